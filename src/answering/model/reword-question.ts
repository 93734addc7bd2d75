import { z } from 'zod'
import type { IsoDate } from '../../policy/index.ts'
import { matchForm, normaliseText, type QuestionReader, type Reading } from '../../reading/index.ts'
import type { ModelCall } from '../answer.ts'
import type { ChatModel } from '../chat-model.ts'
import { maskPersonalData } from '../mask.ts'
import type { Plan } from '../plan.ts'
import type { Turn } from '../ports.ts'
import { askModel } from './ask-model.ts'
import { checkRewording } from './check-rewording.ts'
import prompts from './reading-prompts.json' with { type: 'json' }

const Rewording = z.object({ question: z.string().max(200) })

interface Rewordable {
  readonly reading: Reading
  readonly history: readonly Turn[]
  readonly asOf: IsoDate
  readonly signal: AbortSignal | undefined
}

interface Parts {
  readonly chatModel: ChatModel | null
  readonly reader: QuestionReader
  elapsedMs(): number
}

const timeoutMs = 4_000
const maxTokens = 300
const turnsTold = 3
/** Longer questions stand alone unless they refer back. */
const mostOfEllipsis = 15

/** A search that also looks for the question as it would be asked without the ones before; nothing else of it changes. */
export async function rewordQuery(
  plan: Plan,
  { reading, history, asOf, signal }: Rewordable,
  { chatModel, reader, elapsedMs }: Parts,
): Promise<{ readonly plan: Plan; readonly calls: readonly ModelCall[] }> {
  if (!chatModel || plan.kind !== 'search' || !goesOn(reading, history)) return { plan, calls: [] }
  const latest = history.slice(-turnsTold).map(({ question, answer }) => ({
    question,
    policies: [...new Set(answer.citations.map(({ title }) => title))],
  }))
  const data = { history: latest, question: maskPersonalData(reading.text) }
  const asking = { name: 'question', schema: Rewording, prompt: prompts.reword, data, maxTokens, timeoutMs, signal }
  const { value, call } = await askModel('reword', asking, { chatModel, elapsedMs })
  if (!value) return { plan, calls: [call] }
  const question = normaliseText(value.question)
  const fault = checkRewording(question, { reading, history: history.slice(-turnsTold) }, (text) =>
    reader.read(text, asOf),
  )
  if (fault) return { plan, calls: [{ ...call, dropped: { [fault]: 1 } }] }
  return { plan: { ...plan, query: `${question} ${plan.query}` }, calls: [{ ...call, accepted: 1 }] }
}

function goesOn({ mentions, refersBack, text }: Reading, history: readonly Turn[]): boolean {
  return history.length > 0 && mentions.length === 0 && (refersBack || matchForm(text).length <= mostOfEllipsis)
}
