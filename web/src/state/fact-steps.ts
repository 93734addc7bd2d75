import { batch, signal } from '@preact/signals'
import type { FactQuestionsReply, FactReply, FactValue } from '../contract.ts'
import { fetchFactQuestions } from '../server/firm-server.ts'
import { firmWording } from '../wording/firm/index.ts'
import { writeFact } from './company.ts'
import { type FactDraft, readDraft } from './fact-draft.ts'
import { createFollower } from './follow-firm.ts'
import { bareValue } from './profile.ts'

export type AskedFact = FactQuestionsReply['questions'][number]

/** How a question is being answered. */
export type StepDraft =
  | { readonly kind: 'open' | 'unsure' | 'none' }
  | { readonly kind: 'value'; readonly value: boolean | string }
  | { readonly kind: 'range'; readonly index: number }
  | { readonly kind: 'text'; readonly draft: FactDraft }
  | { readonly kind: 'some'; readonly keys: readonly string[] }

type Facts = Readonly<Record<string, FactValue>>

/** Facts that were asked and not answered; they are not asked again by themselves. */
export const skippedFacts = signal<readonly string[]>([])

export const factSteps = createFollower(fetchFactQuestions, () => ({ skipped: skippedFacts.value }))

/** What an answer says, nothing where it was left open, or what is wrong with it. */
export function readStep(asked: AskedFact, fact: FactReply, draft: StepDraft): { facts: Facts } | { problem: string } {
  switch (draft.kind) {
    case 'open':
    case 'unsure':
      return { facts: {} }
    case 'value':
      return { facts: { [fact.key]: { value: draft.value } } }
    case 'range':
      return { facts: rangeFacts(asked, draft.index) }
    case 'none':
      return { facts: claims(asked, []) }
    case 'some':
      if (draft.keys.length === 0) return { problem: firmWording.value.steps.someNeeded }
      return { facts: claims(asked, draft.keys) }
    case 'text': {
      if (draft.draft.text.trim() === '') return { facts: {} }
      const result = readDraft(fact, draft.draft)
      return 'problem' in result ? result : { facts: { [fact.key]: result.value } }
    }
  }
}

/** Takes the answers of a step; what was left open is skipped. */
export function takeStep(questions: readonly AskedFact[], answers: readonly Facts[]): void {
  const open = questions.flatMap(({ facts }, place) => (Object.keys(answers[place] ?? {}).length > 0 ? [] : facts))
  batch(() => {
    skippedFacts.value = [...skippedFacts.value, ...open]
    for (const [key, value] of answers.flatMap(Object.entries)) writeFact(key, value)
  })
}

function rangeFacts({ choices }: AskedFact, index: number): Facts {
  const facts = Object.entries(choices[index]?.facts ?? {})
  return Object.fromEntries(facts.map(([key, fact]) => [key, bareValue(fact)]))
}

/** Who sees the whole list and names some of it denies the rest. */
function claims({ facts }: AskedFact, held: readonly string[]): Facts {
  return Object.fromEntries(facts.map((key) => [key, { value: held.includes(key) }]))
}
