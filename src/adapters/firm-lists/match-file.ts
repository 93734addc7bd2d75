import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type { MatchParts } from '../../eligibility/index.ts'
import { type MatchEvent, type MatchOutcome, type MatchRequest, sayRow } from '../../reading/index.ts'
import { wordProblems, writeNotes, writeProblems } from './match-notes.ts'
import { writeFirms, writeMatches } from './match-tables.ts'
import type { Matcher } from './matcher.ts'
import { type FirmList, readFirmList } from './read-firm-list.ts'
import { resultWording } from './result-wording.ts'
import type { ResultWriter } from './result-writer.ts'
import { writeCsv } from './write-csv.ts'

export interface MatchHooks {
  readonly signal?: AbortSignal | undefined
  onEvent?(event: MatchEvent): void
}

/**
 * Matches a list of firms with policies and writes the result, which appears under its name only when it is complete.
 * Throws a `FirmListError` for a list that cannot be used, before anything is written.
 */
export async function matchFile(
  request: MatchRequest,
  matcher: Matcher,
  hooks: MatchHooks = {},
): Promise<MatchOutcome> {
  const pause = async () => {
    hooks.signal?.throwIfAborted()
    await setImmediate()
  }
  const policies = matcher.policiesOf(request)
  const list = await readList(request, matcher, pause)
  hooks.onEvent?.({ type: 'match-start', firms: list.firms.length, policies: policies.length })
  const parts: MatchParts = { ...request, assessor: matcher.assessor, policies, pause }
  const partPath = `${request.outputPath}.${randomUUID().slice(0, 8)}.part`
  const writer = await openWriter(request, partPath)
  try {
    const outcome = await writeResult(list, writer, { request, matcher, parts, onDone: progressOf(list, hooks) })
    await writer.close()
    hooks.signal?.throwIfAborted()
    await rename(partPath, request.outputPath)
    return outcome
  } catch (error) {
    await writer.discard()
    throw error
  }
}

function readList(request: MatchRequest, { reader }: Matcher, pause: () => Promise<void>): Promise<FirmList> {
  return readFirmList(
    { path: request.inputPath, name: request.fileName },
    {
      reader,
      asOf: request.asOf,
      mostRows: request.mostRows,
      nameOfRow: (row) => sayRow(row, request.locale),
      pause,
    },
  )
}

export async function openWriter({ format }: Pick<MatchRequest, 'format'>, path: string): Promise<ResultWriter> {
  if (format === 'csv') return writeCsv(path)
  // Loaded only for a workbook: the library is large.
  const { writeXlsx } = await import('./write-xlsx.ts')
  return writeXlsx(path)
}

export interface ResultParts {
  readonly request: MatchRequest
  readonly matcher: Matcher
  readonly parts: MatchParts
  onDone(firms: number): void
}

async function writeResult(list: FirmList, writer: ResultWriter, of: ResultParts): Promise<MatchOutcome> {
  const { request, matcher, parts } = of
  const wording = resultWording(request.locale)
  const written =
    request.policy === null
      ? await writeMatches(list.firms, writer, wording, of)
      : await writeFirms(list.firms, writer, wording, of)
  const labelOf = (fact: string) => matcher.assessor.label(fact, request.locale)
  const summary = {
    ...written,
    asOf: request.asOf,
    firms: list.firms.length,
    policies: parts.policies.length,
    problems: list.problemCount,
    columns: list.plan.facts.map(({ header, fact }) => ({ header, label: labelOf(fact) })),
    unknownColumns: list.plan.unknown,
  }
  if (request.format === 'xlsx') {
    writeProblems(list, writer, wording, request.locale, matcher)
    writeNotes(summary, writer, wording, request, parts)
  }
  return { summary, problems: wordProblems(list.problems.slice(0, 100), request.locale, matcher) }
}

/** One event for every hundredth of the list. */
function progressOf({ firms }: FirmList, { onEvent }: MatchHooks): (done: number) => void {
  const total = firms.length
  let shown = -1
  return (done) => {
    const share = Math.floor((done / total) * 100)
    if (share === shown) return
    shown = share
    onEvent?.({ type: 'match-progress', done, total })
  }
}
