import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Policy } from '../../policy/index.ts'
import { FirmListError, type FirmListErrorCode, type MatchEvent, type MatchRequest } from '../../reading/index.ts'

/** What a thread matches by: the policies as the service read them, and the folder of the words and figures around them. */
export interface MatchBasis {
  readonly corpusFolder: string
  readonly policies: readonly Policy[]
}

export type WorkerMessage =
  | { readonly event: MatchEvent }
  | { readonly refusal: { readonly code: FirmListErrorCode; readonly values: FirmListError['values'] } }

/** A workbook made to fill memory ends its own thread and not the service. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 }

/** Matches a list in a thread of its own, which ends with the signal or when nobody reads on. */
export async function* matchInThread(
  request: MatchRequest,
  basis: MatchBasis,
  signal: AbortSignal,
): AsyncGenerator<MatchEvent> {
  signal.throwIfAborted()
  const workerData = { request, basis }
  const worker = new Worker(new URL('./match-worker.ts', import.meta.url), { workerData, resourceLimits })
  try {
    // `on` throws what the thread fails with, and the reason of the signal.
    for await (const [message] of on(worker, 'message', { signal, close: ['exit'] }) as AsyncIterable<
      [WorkerMessage]
    >) {
      if ('refusal' in message) throw new FirmListError(message.refusal.code, message.refusal.values)
      yield message.event
      if (message.event.type === 'match-end') return
    }
  } catch (error) {
    throw isOutOfMemory(error) ? tooMuch(request.fileName, error) : error
  } finally {
    await worker.terminate()
  }
  throw new Error('the thread that matches ended without a result')
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function tooMuch(file: string, cause: unknown): FirmListError {
  return new FirmListError('list-unreadable', { file, reason: { term: 'too-much' } }, { cause })
}
