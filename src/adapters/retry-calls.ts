import { setTimeout as sleep } from 'node:timers/promises'
import { PassingModelError } from './model-failures.ts'

/** How long to wait before the next try, in milliseconds; null where there shall be none. */
export function delayBeforeRetry(
  error: unknown,
  attempt: number,
  attempts: number,
  remainingMs: number,
): number | null {
  if (!(error instanceof PassingModelError) || attempt >= attempts) return null
  const delay = error.retryAfterMs ?? firstDelayMs * 2 ** (attempt - 1)
  return delay < remainingMs ? delay : null
}

const firstDelayMs = 250

/** Tries again what failed in passing, within a time limit that covers all tries. */
export async function retryCall<Result>(
  task: (signal: AbortSignal) => Promise<Result>,
  { attempts, timeoutMs }: { readonly attempts: number; readonly timeoutMs: number },
): Promise<Result> {
  const signal = AbortSignal.timeout(timeoutMs)
  const endsAt = performance.now() + timeoutMs
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task(signal)
    } catch (error) {
      const delay = delayBeforeRetry(error, attempt, attempts, endsAt - performance.now())
      if (delay === null || signal.aborted) throw error
      await sleep(delay)
    }
  }
}
