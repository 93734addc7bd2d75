import { z } from 'zod'
import { IsoDate } from './dates.ts'
import { Level, PolicyKind } from './policy.ts'

/** A retrieval unit: a verbatim slice of a document's text. */
export const Passage = z.object({
  /** `<documentId>#<anchor>` */
  id: z.string(),
  documentId: z.string(),
  anchor: z.string(),
  /** Headings above the passage, outermost first; they help search and are not part of the quote. */
  headings: z.array(z.string()),
  /** What is quoted: the slice from `bodyStart` to `end`, without white space at its end. */
  text: z.string(),
  /** Offsets in UTF-16 units: the slices `start`–`end` of all passages of a document join to its whole text. */
  start: z.number().int(),
  bodyStart: z.number().int(),
  end: z.number().int(),
  /** First and last day on which the passage holds, where it is limited more narrowly than its document. */
  validFrom: IsoDate.nullable(),
  validUntil: IsoDate.nullable(),
})
export type Passage = z.infer<typeof Passage>

/** How a document stands on a date; only `in-force` and `unverified` may be presented as applying. */
export const Standing = z.enum(['in-force', 'unverified', 'draft', 'not-yet', 'expired', 'superseded', 'historical'])
export type Standing = z.infer<typeof Standing>

/** What the index knows of a document: a corpus policy, or an official original added by an operator. */
export const SourceDocument = z.object({
  id: z.string(),
  origin: z.enum(['policy', 'original']),
  title: z.string(),
  documentNumber: z.string().nullable(),
  level: Level.nullable(),
  kind: PolicyKind.nullable(),
  status: z.enum(['in-force', 'draft', 'historical', 'unverified']),
  publishedOn: z.string().nullable(),
  effectiveFrom: IsoDate.nullable(),
  effectiveUntil: IsoDate.nullable(),
  sourceUrl: z.string().nullable(),
  /** Other names, found by search but never quoted. */
  aliases: z.array(z.string()),
  text: z.string(),
  passages: z.array(Passage),
})
export type SourceDocument = z.infer<typeof SourceDocument>
