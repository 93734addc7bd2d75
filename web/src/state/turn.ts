import type {
  Answer,
  AnswerEvent,
  Assessment,
  Citation,
  FactQuestion,
  Notice,
  Sentence,
  StepName,
} from '../contract.ts'
import type { ServerProblem } from '../server/problem.ts'

/** One question and what has arrived of its answer. */
export interface Turn {
  readonly key: string
  readonly question: string
  readonly phase: 'asking' | 'answered' | 'stopped' | 'failed'
  /** The last step that ended. */
  readonly step: StepName | null
  readonly asOf: string | null
  /** Under what the server keeps the answer once it is complete; null until it has begun. */
  readonly begun: { readonly answerId: string; readonly conversationId: string } | null
  readonly notices: readonly Notice[]
  readonly citations: readonly Citation[]
  readonly sentences: readonly Sentence[]
  /** Every policy that was judged for the company. */
  readonly verdicts: readonly Assessment[]
  /** What the verdicts took for known of the company. */
  readonly company: Answer['profile']
  /** The one question that would settle most, with answers to tap. */
  readonly factQuestion: FactQuestion | null
  /** Whether the verdicts follow a change that the reader made to the company's facts since. */
  readonly reassessment: 'running' | 'done' | 'failed' | null
  /** The whole answer, once it has ended. */
  readonly answer: Answer | null
  readonly problem: ServerProblem | null
}

export function openTurn(key: string, question: string): Turn {
  return {
    key,
    question,
    phase: 'asking',
    step: null,
    asOf: null,
    begun: null,
    notices: [],
    citations: [],
    sentences: [],
    verdicts: [],
    company: {},
    factQuestion: null,
    reassessment: null,
    answer: null,
    problem: null,
  }
}

/** The turn after one more event of its answer. */
export function applyEvent(turn: Turn, event: AnswerEvent): Turn {
  switch (event.type) {
    case 'answer-start':
      return { ...turn, asOf: event.asOf, begun: { answerId: event.id, conversationId: event.conversationId } }
    case 'step-end':
      return { ...turn, step: event.step }
    case 'notice-ready':
      return { ...turn, notices: [...turn.notices, event.notice] }
    case 'citation-ready':
      return { ...turn, citations: [...turn.citations, event.citation] }
    case 'sentence-ready':
      return { ...turn, sentences: [...turn.sentences, event.sentence] }
    case 'verdicts-ready':
      return { ...turn, verdicts: event.verdicts, company: event.profile, factQuestion: event.factQuestion }
    case 'answer-end':
      return closeTurn(turn, event.answer)
  }
}

/** The turn with its whole answer: what the answer holds replaces what was streamed. */
export function closeTurn(turn: Turn, answer: Answer): Turn {
  const { asOf, notices, citations, sentences, verdicts, profile, factQuestion } = answer
  const judged = { verdicts, company: profile, factQuestion, reassessment: null }
  return { ...turn, phase: 'answered', asOf, notices, citations, sentences, ...judged, answer }
}
