import type { ErrorReply } from './api.ts'

interface EventStreamOptions {
  readonly heartbeatMs: number
  /** Words an error for the client. */
  describeError(error: unknown): ErrorReply
}

/** Events as frames of `text/event-stream`, with a comment as a sign of life while there is nothing to say. */
export async function* eventStream<Event extends { readonly type: string }>(
  events: AsyncGenerator<Event>,
  { heartbeatMs, describeError }: EventStreamOptions,
): AsyncGenerator<string> {
  try {
    for await (const event of withSignsOfLife(events, heartbeatMs))
      yield event === null ? signOfLife : frame(event.type, event)
  } catch (error) {
    yield frame('error', describeError(error))
  }
}

/** A comment, which readers of event streams pass over. */
export const signOfLife = ': waiting\n\n'

/** The events, and null whenever there is nothing to say for a while. */
export async function* withSignsOfLife<Event>(
  events: AsyncGenerator<Event>,
  heartbeatMs: number,
): AsyncGenerator<Event | null> {
  try {
    let next = nextOf(events)
    for (;;) {
      const result = await withinOrNull(next, heartbeatMs)
      if (result?.done) return
      yield result ? result.value : null
      if (result) next = nextOf(events)
    }
  } finally {
    // Not awaited: where the reader has gone, the work ends by its signal and nobody waits for it.
    events.return(undefined).catch(ignoreBecauseNobodyReads)
  }
}

function nextOf<Event>(events: AsyncGenerator<Event>): Promise<IteratorResult<Event>> {
  const next = events.next()
  // The loop awaits the same promise; this keeps a late failure, after the reader has gone, from ending the process.
  next.catch(ignoreBecauseNobodyReads)
  return next
}

async function withinOrNull<Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value | null> {
  const { promise: timeout, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(resolve, timeoutMs, null)
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** `JSON.stringify` leaves no line break inside, so one `data:` line is enough. */
function frame(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

function ignoreBecauseNobodyReads(): void {}
