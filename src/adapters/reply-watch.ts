import { ModelError } from '../answering/index.ts'

/** Ends a reply that takes too long: each next piece has a time limit, and so has the whole. */
export interface ReplyWatch {
  /** Aborted with a `ModelError` by the clock, or with the reason of whoever asked. */
  readonly signal: AbortSignal
  /** The next piece is due within this time. */
  expect(withinMs: number): void
  /** Nothing is due: whoever asked is busy with the last piece. */
  hold(): void
  /** Until the nearest limit. */
  remainingMs(): number
  stop(): void
}

export function watchReply(what: string, wholeMs: number, asked: AbortSignal | undefined): ReplyWatch {
  const controller = new AbortController()
  const wholeEndsAt = performance.now() + wholeMs
  const giveUp = (afterMs: number, part: string) => () =>
    controller.abort(new ModelError('timeout', `${what}${part}超过 ${Math.round(afterMs)} 毫秒，已停止等待。`))
  const whole = setTimeout(giveUp(wholeMs, '回答用时'), wholeMs)
  let next: NodeJS.Timeout | undefined
  let nextAt = Number.POSITIVE_INFINITY
  const leave = () => controller.abort(asked?.reason)
  if (asked?.aborted) leave()
  asked?.addEventListener('abort', leave, { once: true })

  const hold = () => {
    clearTimeout(next)
    nextAt = Number.POSITIVE_INFINITY
  }
  return {
    signal: controller.signal,
    expect: (withinMs) => {
      hold()
      nextAt = performance.now() + withinMs
      next = setTimeout(giveUp(withinMs, '等待下一段文字'), withinMs)
    },
    hold,
    remainingMs: () => Math.min(wholeEndsAt, nextAt) - performance.now(),
    stop: () => {
      hold()
      clearTimeout(whole)
      asked?.removeEventListener('abort', leave)
      // Whatever still runs for this reply is not wanted any more.
      controller.abort()
    },
  }
}
