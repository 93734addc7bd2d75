export interface RankingMetrics {
  readonly recallAt1: number
  readonly recallAt5: number
  readonly recallAt10: number
  readonly mrrAt10: number
  readonly ndcgAt10: number
}

export interface JudgedRanking {
  /** Ids, best first. */
  readonly ids: readonly string[]
  readonly relevant: readonly string[]
}

/** Averages over questions, each 0–1. */
export function measureRankings(rankings: readonly JudgedRanking[]): RankingMetrics {
  const average = (measure: (ranking: JudgedRanking) => number) =>
    rankings.reduce((total, ranking) => total + measure(ranking), 0) / (rankings.length || 1)
  return {
    recallAt1: average((ranking) => recallAt(1, ranking)),
    recallAt5: average((ranking) => recallAt(5, ranking)),
    recallAt10: average((ranking) => recallAt(10, ranking)),
    mrrAt10: average(reciprocalRankAt10),
    ndcgAt10: average(ndcgAt10),
  }
}

/** Chance that a random answerable question scores above a random unanswerable one. */
export function areaUnderCurve(answerable: readonly number[], unanswerable: readonly number[]): number {
  const wins = answerable.map((score) =>
    unanswerable.reduce((total, other) => total + (score > other ? 1 : score === other ? 0.5 : 0), 0),
  )
  return wins.reduce((total, win) => total + win, 0) / (answerable.length * unanswerable.length)
}

function recallAt(depth: number, { ids, relevant }: JudgedRanking): number {
  return ids.slice(0, depth).filter((id) => relevant.includes(id)).length / relevant.length
}

function reciprocalRankAt10({ ids, relevant }: JudgedRanking): number {
  const first = ids.slice(0, 10).findIndex((id) => relevant.includes(id))
  return first < 0 ? 0 : 1 / (first + 1)
}

function ndcgAt10({ ids, relevant }: JudgedRanking): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2)
  const ideal = Array.from({ length: Math.min(10, relevant.length) }, (_, rank) => gain(rank))
  const found = ids.slice(0, 10).map((id, rank) => (relevant.includes(id) ? gain(rank) : 0))
  return sum(found) / sum(ideal)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
