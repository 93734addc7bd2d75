import { setTimeout as sleep } from 'node:timers/promises'
import { ModelError, type ModelRequest } from '../answering/index.ts'
import type { CallOutcome, ChatDelta, ChatLimits, ChatSource, Guards, SourceCall } from './guarded-chat-model.ts'
import { limitConcurrency, takeTurn } from './limit-concurrency.ts'
import { type ReplyWatch, watchReply } from './reply-watch.ts'
import { delayBeforeRetry } from './retry-calls.ts'
import type { ReplyFormat } from './structured-reply.ts'

export type Caller = (request: ModelRequest, format: ReplyFormat | null) => AsyncGenerator<string>

/** One reply at a time from its turn in line to its last token, whatever ends it. */
export function createCaller(source: ChatSource, guards: Guards): Caller {
  const { limits } = guards
  const inTurn = limitConcurrency(limits.concurrency)
  return async function* call({ messages, signal, ...request }, format) {
    signal?.throwIfAborted()
    const record = openRecord(source.name, guards)
    const watch = watchReply(`语言模型 ${source.name} `, limits.wholeMs, signal)
    let endTurn = () => {}
    try {
      endTurn = await takeTurn(inTurn, watch.signal)
      const maxTokens = Math.min(request.maxTokens, limits.maxTokens)
      const deltas = askUntilBegun(source, { messages, maxTokens, format, signal: watch.signal }, limits, watch)
      yield* textsOf(record.of(deltas), source.name, maxTokens * charactersPerToken)
      record.end('ok')
    } catch (error) {
      const failure: unknown = watch.signal.aborted ? watch.signal.reason : error
      record.end(failure instanceof ModelError ? failure.code : 'aborted')
      throw failure
    } finally {
      watch.stop()
      endTurn()
      // Only where whoever asked stopped reading is it still open.
      record.end('aborted')
    }
  }
}

/** No tokenizer makes more of them than this; a server that goes on is not minding the limit. */
const charactersPerToken = 8

/** Asks again while nothing was received, what failed may pass, and there is time left. */
async function* askUntilBegun(
  source: ChatSource,
  call: SourceCall,
  limits: ChatLimits,
  watch: ReplyWatch,
): AsyncGenerator<ChatDelta> {
  watch.expect(limits.firstTokenMs)
  for (let attempt = 1; ; attempt += 1) {
    let hasBegun = false
    try {
      for await (const delta of source.ask(call)) {
        hasBegun ||= delta.type !== 'usage'
        watch.hold()
        yield delta
        watch.expect(limits.betweenTokensMs)
      }
      // A stream that was aborted may end as if it were complete.
      watch.signal.throwIfAborted()
      return
    } catch (error) {
      const delay = hasBegun ? null : delayBeforeRetry(error, attempt, limits.attempts, watch.remainingMs())
      if (delay === null || watch.signal.aborted) throw error
      await sleep(delay, undefined, { signal: watch.signal })
    }
  }
}

async function* textsOf(
  deltas: AsyncIterable<ChatDelta>,
  name: string,
  mostCharacters: number,
): AsyncGenerator<string> {
  let characters = 0
  for await (const delta of deltas) {
    if (delta.type !== 'text') continue
    characters += delta.text.length
    if (characters > mostCharacters) throw new ModelError('too-long', `语言模型 ${name} 的回答超过了长度上限。`)
    yield delta.text
  }
  if (characters === 0) throw new ModelError('invalid-output', `语言模型 ${name} 返回了空的回答。`)
}

/** A reply that was refused or does not fit says that the service works. */
const failuresOfService: ReadonlySet<CallOutcome> = new Set(['timeout', 'rate-limited', 'unavailable'])

/** Enters the circuit and keeps the figures of one call, told once when it ends. */
function openRecord(name: string, { breaker, observe = () => {} }: Guards) {
  let figures = { firstTokenMs: null as number | null, inputTokens: 0, outputTokens: 0 }
  const pass = breaker.enter()
  if (!pass) {
    observe({ type: 'call-end', outcome: 'circuit-open', ...figures })
    throw new ModelError('circuit-open', `语言模型 ${name} 连续失败，暂停使用，稍后自动重试。`)
  }
  const askedAt = performance.now()
  let isOpen = true
  return {
    async *of(deltas: AsyncIterable<ChatDelta>): AsyncGenerator<ChatDelta> {
      for await (const delta of deltas) {
        if (delta.type === 'usage') {
          const { inputTokens, outputTokens } = delta
          figures = { ...figures, inputTokens, outputTokens }
        } else figures.firstTokenMs ??= performance.now() - askedAt
        yield delta
      }
    },
    end(outcome: CallOutcome) {
      if (!isOpen) return
      isOpen = false
      if (failuresOfService.has(outcome)) pass.fail()
      else if (outcome === 'aborted') pass.forget()
      else pass.succeed()
      observe({ type: 'call-end', outcome, ...figures })
    },
  }
}
