import type { IsoDate } from '../../policy/index.ts'
import type { QuestionReader } from '../../reading/index.ts'
import type { ModelCall } from '../answer.ts'
import { type ChatModel, ModelError } from '../chat-model.ts'
import type { DraftSentence } from '../draft.ts'
import type { Released, Verifier } from '../steps/verify.ts'
import { type CheckedSentence, checkSentence, type DropReason } from './check-sentence.ts'
import type { Material } from './material.ts'
import { replyLines } from './reply-lines.ts'
import { wordPrompt } from './word-prompt.ts'

export interface WordingParts {
  readonly chatModel: ChatModel
  readonly verifier: Verifier
  readonly reader: QuestionReader
  /** Milliseconds of a clock that only runs forward. */
  elapsedMs(): number
}

export interface WordingRequest {
  readonly question: string
  /** What the rules decided, for the emphasis alone. */
  readonly verdicts: readonly string[]
  readonly material: Material
  readonly asOf: IsoDate
  readonly signal: AbortSignal | undefined
}

interface WordedSentence extends Released {
  readonly drafted: DraftSentence
}

const maxTokens = 1_200
/** A reply of which so much is not usable before anything is will not get better. */
const mostDroppedFirst = 6

/** The sentences of the model that hold, as they come, and at the end what came of the call. An abort is thrown on. */
export async function* wordedSentences(
  { question, verdicts, material, asOf, signal }: WordingRequest,
  { chatModel, verifier, reader, elapsedMs }: WordingParts,
): AsyncGenerator<WordedSentence, ModelCall> {
  const record = openRecord(elapsedMs)
  const messages = wordPrompt(question, verdicts, material)
  const said = new Set<string>()
  try {
    const deltas = chatModel.stream({ messages, maxTokens, ...(signal && { signal }) })
    for await (const line of replyLines(deltas)) {
      const checked = said.has(line.text) ? repeated : checkSentence(line, material, { reader, asOf })
      const released = checked.status === 'accepted' ? await verifier.release(checked.sentence, checked.support) : null
      if (checked.status === 'accepted' && released) {
        said.add(line.text)
        record.accept()
        yield { ...released, drafted: checked.sentence }
      } else record.drop(checked.status === 'dropped' ? checked.reason : 'figure')
      if (record.isHopeless()) break
    }
    return record.end('ok')
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return record.end(error.code)
  }
}

const repeated: CheckedSentence = { status: 'dropped', reason: 'repeated' }

function openRecord(elapsedMs: () => number) {
  const startedAt = elapsedMs()
  const dropped: Partial<Record<DropReason, number>> = {}
  let firstSentenceMs: number | null = null
  let accepted = 0
  return {
    accept() {
      accepted += 1
      firstSentenceMs ??= elapsedMs() - startedAt
    },
    drop(reason: DropReason) {
      dropped[reason] = (dropped[reason] ?? 0) + 1
    },
    isHopeless: () =>
      accepted === 0 && Object.values(dropped).reduce((sum, count) => sum + count, 0) >= mostDroppedFirst,
    end: (outcome: ModelCall['outcome']): ModelCall => ({
      step: 'word',
      ...{ outcome, durationMs: elapsedMs() - startedAt, firstSentenceMs, accepted, dropped },
    }),
  }
}
