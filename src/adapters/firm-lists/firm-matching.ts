import type { Locale } from '../../policy/index.ts'
import type { MatchFormat, MatchOutcome, MatchRequest } from '../../reading/index.ts'
import { type MatchHooks, matchFile, openWriter } from './match-file.ts'
import { createMatcher, loadMatchData } from './matcher.ts'
import { writeTemplate } from './template.ts'

interface TemplateRequest {
  readonly path: string
  readonly format: MatchFormat
  readonly locale: Locale
}

/** Matching of lists in this thread, for a program that does nothing else. */
export interface FirmMatching {
  match(request: MatchRequest, hooks?: MatchHooks): Promise<MatchOutcome>
  /** A list to fill in. */
  writeTemplate(request: TemplateRequest): Promise<void>
}

export async function loadFirmMatching(corpusFolder: string): Promise<FirmMatching> {
  const matcher = createMatcher(await loadMatchData(corpusFolder))
  return {
    match: (request, hooks) => matchFile(request, matcher, hooks),
    writeTemplate: async ({ path, format, locale }) =>
      writeTemplate(await openWriter({ format }, path), matcher, { format, locale }),
  }
}
