import { z } from 'zod'
import { IsoDate } from '../policy/index.ts'

const WindowDates = z.object({
  policyId: z.string(),
  title: z.string(),
  titleEn: z.string(),
  name: z.string(),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
})
export type WindowDates = z.infer<typeof WindowDates>

/** What is new, and what ends or begins within `days` of the day. */
export const PolicyDates = z.object({
  asOf: IsoDate,
  days: z.number().int(),
  newest: z.array(z.object({ policyId: z.string(), title: z.string(), titleEn: z.string(), publishedOn: z.string() })),
  closing: z.array(WindowDates),
  opening: z.array(WindowDates),
})
export type PolicyDates = z.infer<typeof PolicyDates>
