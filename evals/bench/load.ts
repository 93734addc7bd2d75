/** How long a number of tasks took, asked by some askers at once. */
export interface Load {
  readonly p50Ms: number
  readonly p95Ms: number
  readonly perSecond: number
}

/** Each of `askers` takes the next question as soon as its last one is answered; ends with the last question. */
export async function measureLoad(
  questions: readonly string[],
  askers: number,
  ask: (question: string) => Promise<void>,
): Promise<Load> {
  const waiting = questions.values()
  const durations: number[] = []
  const start = performance.now()
  const askAll = async () => {
    for (const question of waiting) {
      const asked = performance.now()
      await ask(question)
      durations.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: askers }, askAll))
  const seconds = (performance.now() - start) / 1000
  return {
    p50Ms: percentile(durations, 0.5),
    p95Ms: percentile(durations, 0.95),
    perSecond: questions.length / seconds,
  }
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
