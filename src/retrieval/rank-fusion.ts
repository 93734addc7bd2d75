/** Damps the first ranks, as in the paper that introduced reciprocal rank fusion. */
const rankConstant = 60

/** What a rank (from 1) is worth: 1 for the first, falling slowly; nothing where it was not found. */
export function reciprocalRank(rank: number | null): number {
  return rank === null ? 0 : (rankConstant + 1) / (rankConstant + rank)
}

export interface RankedList {
  /** Ids, best first. */
  readonly ids: readonly string[]
  readonly weight: number
}

/** Weighted reciprocal rank fusion, 1 for an id that leads every list. Best first; ties by id. */
export function fuseRanks(lists: readonly RankedList[]): { readonly id: string; readonly score: number }[] {
  const whole = lists.reduce((total, list) => total + list.weight, 0)
  const scores = new Map<string, number>()
  for (const { ids, weight } of lists) {
    ids.forEach((id, i) => {
      scores.set(id, (scores.get(id) ?? 0) + (weight * reciprocalRank(i + 1)) / (whole || 1))
    })
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort(byScoreThenId)
}

/** The one order of results: better first, and the same order for the same input. */
export function byScoreThenId(
  a: { readonly id: string; readonly score: number },
  b: { readonly id: string; readonly score: number },
): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
