import { z } from 'zod'
import type { Assessor } from '../../eligibility/index.ts'
import {
  type FactReader,
  type FactReading,
  matchForm,
  type ProposalRefusal,
  type ReadFact,
} from '../../reading/index.ts'
import type { ModelCall } from '../answer.ts'
import type { ChatModel } from '../chat-model.ts'
import { maskPersonalData } from '../mask.ts'
import { type Telling, withoutFacts } from '../own-facts.ts'
import { askedFacts } from '../profile.ts'
import { askModel, countReasons } from './ask-model.ts'
import prompts from './reading-prompts.json' with { type: 'json' }

/** Where a message tells which fact. A value is not asked for: it is read at the place itself. */
const Proposals = z.object({ facts: z.array(z.object({ fact: z.string(), evidence: z.string() })) })
type Proposal = z.infer<typeof Proposals>['facts'][number]

export interface ModelReading {
  readonly facts: FactReading
  /** Facts that are there only because a model pointed to them. */
  readonly added: readonly string[]
  readonly calls: readonly ModelCall[]
}

interface Parts {
  readonly chatModel: ChatModel | null
  readonly factReader: FactReader
  readonly assessor: Assessor
  elapsedMs(): number
}

const timeoutMs = 6_000
const maxTokens = 1_000
/** Shorter messages are read without help. */
const leastLength = 30
/** Characters that may be left beside the facts: 「能申请什么政策」. */
const mostBeside = 12
const mostProposals = 40

/** Adds what a model finds in a long message of a company and our own reader reads there; what was read before stays. */
export async function readWithModel(
  telling: Telling,
  facts: FactReading,
  signal: AbortSignal | undefined,
  { chatModel, factReader, assessor, elapsedMs }: Parts,
): Promise<ModelReading> {
  if (!chatModel || !isWorthAsking(telling, facts)) return { facts, added: [], calls: [] }
  const { text, language } = telling.reading
  const named = assessor.catalogue.facts.map(({ key }) => `${key}: ${assessor.label(key, language)}`).join('\n')
  const prompt = prompts.read.replace('{facts}', () => named)
  const data = { message: maskPersonalData(text) }
  const asking = { name: 'facts', schema: Proposals, prompt, data, maxTokens, timeoutMs, signal }
  const { value, call } = await askModel('read', asking, { chatModel, elapsedMs })
  const { taken, dropped } = take(value?.facts ?? [], telling, facts, factReader)
  const added = Object.keys(taken)
  return {
    facts: { ...facts, firms: [{ ...taken, ...facts.firms[0] }] },
    added,
    calls: [{ ...call, accepted: added.length, dropped: countReasons(dropped) }],
  }
}

/** A long message about the company itself, of which much was left unread. */
function isWorthAsking({ reading, history }: Telling, facts: FactReading): boolean {
  if (facts.firms.length > 1 || reading.intent.kind === 'unsafe' || reading.text.length <= leastLength) return false
  const isOfCompany =
    reading.speaksOfSelf || Object.keys(facts.firms[0] ?? {}).length > 0 || askedFacts(history).length > 0
  return isOfCompany && matchForm(withoutFacts(reading.text, facts)).length > mostBeside
}

type Reason = ProposalRefusal | 'already-told' | 'already-known' | 'too-many'

/** The proposals that hold. What the message or the company told otherwise is not overruled. */
function take(
  proposals: readonly Proposal[],
  { reading, asOf, profile }: Telling,
  { firms, problems, startsAnew }: FactReading,
  factReader: FactReader,
): { taken: Record<string, ReadFact>; dropped: Reason[] } {
  const told = new Set([...Object.keys(firms[0] ?? {}), ...problems.map(({ fact }) => fact)])
  const taken: Record<string, ReadFact> = {}
  const dropped: Reason[] = proposals.slice(mostProposals).map(() => 'too-many')
  for (const proposal of proposals.slice(0, mostProposals)) {
    const { fact } = proposal
    const checked = factReader.check(reading.text, proposal, asOf)
    if (checked.status === 'refused') dropped.push(checked.reason)
    else if (told.has(fact) || Object.hasOwn(taken, fact)) dropped.push('already-told')
    else if (!startsAnew && Object.hasOwn(profile, fact)) dropped.push('already-known')
    else taken[fact] = checked.read
  }
  return { taken, dropped }
}
