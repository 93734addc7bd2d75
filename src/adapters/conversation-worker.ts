import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openConversationStore } from './pglite-conversations.ts'
import { type Call, describeFault, type Reply } from './worker-messages.ts'

/** Runs the database beside the answering thread; every message is one call of the store. */
async function serve(port: MessagePort, folder: string): Promise<void> {
  const store = await openConversationStore(folder)
  const run = async ({ id, method, values }: Call): Promise<Reply> => {
    try {
      // holds: a call carries the parameters of the method it names
      return { id, value: await (store[method] as (...parameters: unknown[]) => Promise<unknown>)(...values) }
    } catch (error) {
      return { id, fault: describeFault(error) }
    }
  }
  port.on('message', async (call: Call) => port.postMessage(await run(call)))
}

if (parentPort) {
  const port = parentPort
  const opened = await serve(port, String(workerData)).then(
    () => ({ id: 0, value: null }),
    (error: unknown) => ({ id: 0, fault: describeFault(error) }),
  )
  port.postMessage(opened satisfies Reply)
}
