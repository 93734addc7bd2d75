import { z } from 'zod'

/** A calendar date `YYYY-MM-DD` in Asia/Shanghai; compares correctly as a string. */
export const IsoDate = z.iso.date()
export type IsoDate = z.infer<typeof IsoDate>

/** The day some days after another; before it where `days` is negative. */
export function dayAfter(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
