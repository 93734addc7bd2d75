import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { FirmListError, type MatchRequest } from '../../reading/index.ts'
import { matchFile } from './match-file.ts'
import type { MatchBasis, WorkerMessage } from './match-thread.ts'
import { createMatcher, loadMatchData } from './matcher.ts'

/** Matches one list beside the thread that answers questions. */
async function run(port: MessagePort, request: MatchRequest, basis: MatchBasis): Promise<void> {
  const post = (message: WorkerMessage) => port.postMessage(message)
  try {
    const matcher = createMatcher(await loadMatchData(basis.corpusFolder, basis.policies))
    const outcome = await matchFile(request, matcher, { onEvent: (event) => post({ event }) })
    post({ event: { type: 'match-end', ...outcome } })
  } catch (error) {
    if (error instanceof FirmListError) post({ refusal: { code: error.code, values: error.values } })
    else throw error
  }
}

if (parentPort) {
  // holds: whoever starts this thread gives it these two
  const { request, basis } = workerData as { request: MatchRequest; basis: MatchBasis }
  await run(parentPort, request, basis)
}
