import type { Answer } from '../../src/answering/index.ts'
import type { Verdict } from '../../src/eligibility/index.ts'
import { openEligibility } from '../../src/services.ts'
import { agrees } from '../extraction/agreement.ts'
import { openAssistant } from '../open-assistant.ts'
import { loadMatchingCases, type MatchingCase, type MatchingTurn } from './case.ts'

type Eligibility = Awaited<ReturnType<typeof openEligibility>>

interface TurnResult {
  readonly split: MatchingCase['split']
  readonly facts: { readonly expected: number; readonly right: number }
  readonly verdicts: { readonly expected: number; readonly right: number }
  readonly asked: number
  readonly faults: readonly string[]
}

export interface MatchingReport {
  readonly metrics: Readonly<Record<string, number>>
  readonly failures: readonly string[]
  readonly cases: number
  readonly passed: number
}

/** Holds whole conversations about a company and compares what is known and judged after each turn. */
export async function runMatchingEval(): Promise<MatchingReport> {
  const [{ assistant, close }, eligibility] = [await openAssistant(), await openEligibility('corpus')]
  const results: TurnResult[] = []
  const passed = { open: [0, 0], held: [0, 0] }
  try {
    for (const one of loadMatchingCases()) {
      const turns = await hold(one, assistant, eligibility)
      results.push(...turns)
      const [right = 0, all = 0] = passed[one.split]
      passed[one.split] = [right + (turns.every(({ faults }) => faults.length === 0) ? 1 : 0), all + 1]
    }
  } finally {
    await close()
  }
  const share = (split: MatchingCase['split'], kind: 'facts' | 'verdicts') => {
    const own = results.filter((result) => result.split === split)
    return own.reduce((sum, one) => sum + one[kind].right, 0) / own.reduce((sum, one) => sum + one[kind].expected, 0)
  }
  const rate = ([right = 0, all = 1]: number[]) => right / all
  return {
    metrics: {
      conversations: passed.open[1] ?? 0,
      conversationsHeld: passed.held[1] ?? 0,
      conversationsRight: rate(passed.open),
      conversationsRightHeld: rate(passed.held),
      facts: share('open', 'facts'),
      factsHeld: share('held', 'facts'),
      verdicts: share('open', 'verdicts'),
      verdictsHeld: share('held', 'verdicts'),
      questionsPerTurn: results.reduce((sum, { asked }) => sum + asked, 0) / results.length,
    },
    cases: (passed.open[1] ?? 0) + (passed.held[1] ?? 0),
    passed: (passed.open[0] ?? 0) + (passed.held[0] ?? 0),
    failures: results.filter(({ split }) => split === 'open').flatMap(({ faults }) => faults),
  }
}

type Assistant = Awaited<ReturnType<typeof openAssistant>>['assistant']

async function hold(
  { id, split, asOf, turns }: MatchingCase,
  assistant: Assistant,
  eligibility: Eligibility,
): Promise<TurnResult[]> {
  const results: TurnResult[] = []
  let conversationId: string | undefined
  for (const [index, turn] of turns.entries()) {
    const answer = await answerOf(assistant, {
      message: turn.message,
      ownerId: 'eval',
      asOf,
      ...(conversationId && { conversationId }),
    })
    conversationId = answer.conversationId
    results.push({ split, ...score(turn, answer, eligibility, `${id}.${index + 1}`) })
  }
  return results
}

async function answerOf(assistant: Assistant, request: Parameters<Assistant['ask']>[0]): Promise<Answer> {
  for await (const event of assistant.ask(request)) if (event.type === 'answer-end') return event.answer
  throw new Error('the answer did not end')
}

function score(turn: MatchingTurn, answer: Answer, eligibility: Eligibility, place: string): Omit<TurnResult, 'split'> {
  const fault = (text: string) => `${place} 「${turn.message}」 ${text}`
  const facts = Object.entries(turn.expectedFacts).map(([key, expected]) => ({
    right: answer.profile[key] !== undefined && agrees(expected, answer.profile[key], turn.tolerant.includes(key)),
    text: `${key}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(answer.profile[key] ?? null)}`,
  }))
  const verdicts = expectedVerdicts(turn).map(([policyId, expected]) => {
    const found = verdictOf(policyId, answer, eligibility)
    return { right: found === expected, text: `${policyId}: expected ${expected}, found ${found}` }
  })
  const asked = answer.factQuestion?.facts ?? []
  const wrong = [
    ...[...facts, ...verdicts].filter(({ right }) => !right).map(({ text }) => text),
    ...turn.absent.filter((key) => key in answer.profile).map((key) => `${key} must not be known`),
    ...turn.expectedNotAsked.filter((key) => asked.includes(key)).map((key) => `asks for ${key}, which is known`),
    ...(turn.expectedStatus && !turn.expectedStatus.includes(answer.status) ? [`status ${answer.status}`] : []),
  ]
  const tally = (list: readonly { right: boolean }[]) => ({
    expected: list.length,
    right: list.filter(({ right }) => right).length,
  })
  return {
    facts: tally(facts),
    verdicts: tally(verdicts),
    asked: answer.factQuestion ? 1 : 0,
    faults: wrong.map(fault),
  }
}

function expectedVerdicts(turn: MatchingTurn): [string, Verdict][] {
  const as = (ids: readonly string[], verdict: Verdict) => ids.map((id): [string, Verdict] => [id, verdict])
  return [
    ...as(turn.expectedEligible, 'eligible'),
    ...as(turn.expectedIneligible, 'ineligible'),
    ...as(turn.expectedUndetermined, 'undetermined'),
  ]
}

/** Of the answer; where it judges some policies only, the others by the same profile, as the page would. */
function verdictOf(policyId: string, answer: Answer, { assessor }: Eligibility): Verdict | 'not judged' {
  if (answer.verdicts.length === 0) return 'not judged'
  const shown = answer.verdicts.find((one) => one.policyId === policyId)
  return shown?.verdict ?? assessor.assess(policyId, answer.profile, answer.asOf, 'zh-CN').verdict
}

if (import.meta.main) {
  const { metrics, failures } = await runMatchingEval()
  console.log(metrics)
  console.log(failures.join('\n'))
}
