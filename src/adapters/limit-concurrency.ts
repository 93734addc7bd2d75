/** Runs at most `limit` tasks at a time, the others in the order in which they came. */
export function limitConcurrency(limit: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      // The place passes to the next in line without becoming free in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** Waits for a free place; the function that it gives frees the place again. */
export function takeTurn(inTurn: ReturnType<typeof limitConcurrency>, signal: AbortSignal): Promise<() => void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    const hold = (endTurn: () => void) => (signal.aborted ? endTurn() : resolve(endTurn))
    void inTurn(() => new Promise<void>(hold))
  })
}
