import type { IsoDate } from './dates.ts'
import type { SourceDocument, Standing } from './passage.ts'

type Dated = Pick<SourceDocument, 'status' | 'publishedOn' | 'effectiveFrom' | 'effectiveUntil'> & {
  readonly supersededBy?: string | null
}

/** How a document stands on a date. */
export function standingOf(document: Dated, asOf: IsoDate): Standing {
  if (document.status === 'draft') return 'draft'
  if (document.status === 'historical') return document.supersededBy ? 'superseded' : 'historical'
  // A rule may take effect before the day it was published; nobody could know it then.
  if (isBefore(asOf, document.effectiveFrom) || isBefore(asOf, document.publishedOn)) return 'not-yet'
  if (document.effectiveUntil && document.effectiveUntil < asOf) return document.supersededBy ? 'superseded' : 'expired'
  return document.status
}

/** `date` may be a year or a month: the day comes before it when it comes before all of its days. */
function isBefore(day: IsoDate, date: string | null): boolean {
  return date !== null && day.slice(0, date.length) < date
}

/** Whether a document may be presented as applying; what is `unverified` applies with a warning. */
export function isApplicable(standing: Standing): boolean {
  return standing === 'in-force' || standing === 'unverified'
}

/** Whether something limited to `from`–`until`, both days included, holds on a date. */
export function isWithin(range: { from: IsoDate | null; until: IsoDate | null }, asOf: IsoDate): boolean {
  return (!range.from || range.from <= asOf) && (!range.until || asOf <= range.until)
}
