import { z } from 'zod'
import { Assessment, FactQuestion, RecordedFact } from '../eligibility/index.ts'
import { IsoDate, Level, Locale, Standing } from '../policy/index.ts'

export { Locale } from '../policy/index.ts'

export const AnswerStatus = z.enum([
  'answered',
  'partly-answered',
  'needs-facts',
  'no-match',
  'out-of-scope',
  'refused',
  'failed',
])
export type AnswerStatus = z.infer<typeof AnswerStatus>

/** The passage that a sentence rests on, as it stood when the answer was given. */
export const Citation = z.object({
  /** Short mark within one answer: "1", "2", … */
  id: z.string(),
  policyId: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  /** Clause as a person would name it, such as 「给什么 · 第6条」. */
  clause: z.string(),
  anchor: z.string(),
  /** The exact passage. */
  quote: z.string(),
  /** How the policy stands on the answer's `asOf` date. */
  status: Standing,
  level: Level.nullable(),
  publishedOn: z.string().nullable(),
  effectiveFrom: IsoDate.nullable(),
  effectiveUntil: IsoDate.nullable(),
  sourceTitle: z.string(),
  /** Official page only; null where none is known. */
  sourceUrl: z.string().nullable(),
  /** SHA-256 of the quote, hexadecimal. */
  digest: z.string(),
})
export type Citation = z.infer<typeof Citation>

export const Sentence = z.object({
  text: z.string(),
  /** Ids of citations; never empty. */
  citations: z.array(z.string()).min(1),
  /** The heading it stands under in a longer answer, such as the policy's or the topic's name. */
  heading: z.string().nullable(),
  /** Only where a language model worded it: how far its words stand in the cited passages. */
  support: z.enum(['full', 'partial']).optional(),
})
export type Sentence = z.infer<typeof Sentence>

/** What a language model was asked for one answer, and what was taken of it. */
export const ModelCall = z.object({
  /** `read`: facts of the company; `reword`: a question that stands alone; `word`: sentences of the answer. */
  step: z.enum(['read', 'reword', 'word']),
  /** `ok`, or the code of a `ModelError`. */
  outcome: z.string(),
  durationMs: z.number(),
  /** Until the first sentence that was released; null where none was. */
  firstSentenceMs: z.number().nullable(),
  /** Facts, questions or sentences that were taken. */
  accepted: z.number().int(),
  /** How many were not, by reason. */
  dropped: z.record(z.string(), z.number().int()),
})
export type ModelCall = z.infer<typeof ModelCall>

/** A remark of the assistant that states no policy: as-of date, what is not known, whom to ask. */
export const Notice = z.object({
  code: z.string(),
  text: z.string(),
  /** Whether it is read before or after the sentences. */
  place: z.enum(['before', 'after']),
})
export type Notice = z.infer<typeof Notice>

export const Answer = z.object({
  id: z.string(),
  conversationId: z.string(),
  status: AnswerStatus,
  /** Machine-readable ground for the status, such as `other-region`; null when simply answered. */
  reason: z.string().nullable(),
  /** The whole answer as plain text: sentences and notices in reading order. */
  text: z.string(),
  sentences: z.array(Sentence),
  notices: z.array(Notice),
  citations: z.array(Citation),
  /** Every policy that was judged for the company, best first; empty where none was asked for. */
  verdicts: z.array(Assessment),
  /** What is known of the company after this exchange, by key of the fact catalogue. */
  profile: z.record(z.string(), RecordedFact),

  missingFacts: z.array(z.string()),
  nextQuestion: z.string().nullable(),
  /** The next question as one about facts, with answers to tap; null where the next question is of another kind. */
  factQuestion: FactQuestion.nullable().default(null),
  /** Follow-ups one can tap. */
  suggestions: z.array(z.string()),
  /** Of the things asked for (topics, policies, products): how many are answered here. */
  completeness: z.object({ complete: z.boolean(), answered: z.number().int(), total: z.number().int() }),
  /** Absent where no language model was asked. */
  modelCalls: z.array(ModelCall).optional(),
  asOf: IsoDate,
  locale: Locale,
})
export type Answer = z.infer<typeof Answer>

export const StepName = z.enum(['read', 'route', 'retrieve', 'assess', 'compose', 'verify', 'word'])
export type StepName = z.infer<typeof StepName>

/** What happens while a question is answered, in order; JSON, SSE, command line and evals all read this stream. */
export type AnswerEvent =
  | { readonly type: 'answer-start'; readonly id: string; readonly conversationId: string; readonly asOf: string }
  | { readonly type: 'step-end'; readonly step: StepName; readonly durationMs: number }
  | { readonly type: 'notice-ready'; readonly notice: Notice }
  | { readonly type: 'citation-ready'; readonly citation: Citation }
  | { readonly type: 'sentence-ready'; readonly sentence: Sentence }
  | {
      readonly type: 'verdicts-ready'
      readonly verdicts: Answer['verdicts']
      readonly profile: Answer['profile']
      readonly factQuestion: Answer['factQuestion']
      /** Whether the text of the answer lists them. */
      readonly isListed: boolean
    }
  | { readonly type: 'answer-end'; readonly answer: Answer }
