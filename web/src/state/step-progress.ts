import type { Assessment } from '../contract.ts'
import { firmWording } from '../wording/firm/index.ts'
import { fill, wording } from '../wording/index.ts'
import type { AskedFact } from './fact-steps.ts'

/** How many policies a step settles; where it settles none, how near the nearest are. */
export function progressText(open: readonly Assessment[], questions: readonly AskedFact[]): string {
  const words = firmWording.value.steps
  const asked = new Set(questions.flatMap(({ facts }) => facts))
  const waiting = open.filter(({ missingFacts }) => missingFacts.length > 0)
  const settled = waiting.filter(({ missingFacts }) => missingFacts.every((key) => asked.has(key)))
  if (settled.length > 0) return fill(words.settles, { count: questions.length, policies: settled.length })
  const count = Math.min(...waiting.map(({ missingFacts }) => missingFacts.length))
  const nearest = waiting.filter(({ missingFacts }) => missingFacts.length === count)
  return nearest.length === 0 ? '' : fill(words.nearest, { count, policies: nearest.length })
}

/** Why something is asked: the policies that wait for it, the best two by name. */
export function whyText(open: readonly Assessment[], { facts }: AskedFact): string {
  const words = firmWording.value.steps
  const waiting = open.filter(({ missingFacts }) => facts.some((key) => missingFacts.includes(key)))
  if (waiting.length === 0) return ''
  const titles = waiting.slice(0, 2).map(({ title }) => fill(words.named, { title }))
  return fill(words.why, { count: waiting.length, titles: titles.join(wording.value.values.separator) })
}
