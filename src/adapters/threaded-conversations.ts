import { Worker } from 'node:worker_threads'
import type { ConversationStore } from '../answering/index.ts'
import type { Fault, Method, Reply } from './worker-messages.ts'

/** A fault of the store in its thread, with the code it had there. */
export class StoreThreadError extends Error {
  readonly code: string | null
  constructor({ code, message }: Fault) {
    super(message)
    this.code = code
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * The embedded database in a thread of its own: it computes in the thread that calls it, and answers
 * must not wait for what is written for others.
 */
export async function openThreadedConversations(folder: string): Promise<ConversationStore> {
  const worker = new Worker(new URL('./conversation-worker.ts', import.meta.url), { workerData: folder })
  const waiting = new Map<number, Waiting>()
  const expectReply = (id: number) => new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.on('message', (reply: Reply) => settle(waiting, reply))
  worker.on('error', (error) => rejectAll(waiting, describe(error)))
  worker.on('exit', () => rejectAll(waiting, 'the conversation store has stopped'))

  const opened = expectReply(0)
  let last = 0
  const call = (method: Method, values: readonly unknown[]) => {
    last += 1
    const reply = expectReply(last)
    worker.postMessage({ id: last, method, values })
    return reply
  }
  await opened.catch(async (error: unknown) => {
    await worker.terminate()
    throw error
  })
  // holds: the worker answers each method with what the store's own method returns
  const as = <Result>(promise: Promise<unknown>) => promise as Promise<Result>
  return {
    turns: (...values) => as(call('turns', values)),
    history: (...values) => as(call('history', values)),
    append: (...values) => as(call('append', values)),
    replace: (...values) => as(call('replace', values)),
    list: (...values) => as(call('list', values)),
    remove: (...values) => as(call('remove', values)),
    removeAll: (...values) => as(call('removeAll', values)),
    addFeedback: (...values) => as(call('addFeedback', values)),
    share: (...values) => as(call('share', values)),
    shareOf: (...values) => as(call('shareOf', values)),
    unshare: (...values) => as(call('unshare', values)),
    findShare: (...values) => as(call('findShare', values)),
    close: async () => {
      await call('close', [])
      await worker.terminate()
    },
  }
}

function settle(waiting: Map<number, Waiting>, reply: Reply): void {
  const one = waiting.get(reply.id)
  waiting.delete(reply.id)
  if ('fault' in reply) one?.reject(new StoreThreadError(reply.fault))
  else one?.resolve(reply.value)
}

function rejectAll(waiting: Map<number, Waiting>, message: string): void {
  for (const { reject } of waiting.values()) reject(new StoreThreadError({ code: null, message }))
  waiting.clear()
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
