import { z } from 'zod'

/** A calendar date `YYYY-MM-DD` in Asia/Shanghai; compares correctly as a string. */
export const IsoDate = z.iso.date()
export type IsoDate = z.infer<typeof IsoDate>
