import type { IsoDate } from './dates.ts'
import type { SourceDocument, Standing } from './passage.ts'

type Dated = Pick<SourceDocument, 'status' | 'effectiveFrom' | 'effectiveUntil'> & {
  readonly supersededBy?: string | null
}

/** How a document stands on a date. */
export function standingOf(document: Dated, asOf: IsoDate): Standing {
  if (document.status === 'draft') return 'draft'
  if (document.status === 'historical') return document.supersededBy ? 'superseded' : 'historical'
  if (document.effectiveFrom && asOf < document.effectiveFrom) return 'not-yet'
  if (document.effectiveUntil && document.effectiveUntil < asOf) return document.supersededBy ? 'superseded' : 'expired'
  return document.status
}

/** Whether a document may be presented as applying; what is `unverified` applies with a warning. */
export function isApplicable(standing: Standing): boolean {
  return standing === 'in-force' || standing === 'unverified'
}

/** Whether something limited to `from`–`until`, both days included, holds on a date. */
export function isWithin(range: { from: IsoDate | null; until: IsoDate | null }, asOf: IsoDate): boolean {
  return (!range.from || range.from <= asOf) && (!range.until || asOf <= range.until)
}
