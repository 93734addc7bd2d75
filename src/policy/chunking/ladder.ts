import { conventionalLadder, fixedLadder, type Label } from './numbering.ts'

/** Whether a style stands above another in this document. */
export type Ladder = (upper: string, lower: string) => boolean

/**
 * Learns which style stands above which from where each list begins: a first item right after an item of another style
 * speaks for that style standing above. Without evidence, or with as much for as against, the usual order holds.
 */
export function learnLadder(labels: readonly Label[]): Ladder {
  const votes = new Map<string, number>()
  const vote = (upper: string, lower: string) => votes.get(`${upper} ${lower}`) ?? 0
  let previous: string | null = null
  for (const { style, number } of labels) {
    if (previous !== null && previous !== style && number === 1)
      votes.set(`${previous} ${style}`, vote(previous, style) + 1)
    previous = style
  }
  return (upper, lower) => {
    const balance = fixedLadder.has(upper) && fixedLadder.has(lower) ? 0 : vote(upper, lower) - vote(lower, upper)
    if (balance !== 0) return balance > 0
    return conventionalLadder.indexOf(upper) < conventionalLadder.indexOf(lower)
  }
}
