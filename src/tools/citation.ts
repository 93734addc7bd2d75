import { z } from 'zod'
import type { CitedDocument } from '../answering/index.ts'
import { type IsoDate, type Passage, Standing, standingOf } from '../policy/index.ts'
import { fill, lines, standingNames } from './wording.ts'

/** The passage that a result rests on, word for word. */
export const ToolCitation = z.object({
  policyId: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  /** Clause as a person would name it, such as 「给什么 · 第6条」. */
  clause: z.string(),
  anchor: z.string(),
  quote: z.string(),
  standing: Standing,
  sourceTitle: z.string(),
  sourceUrl: z.string().nullable(),
})
export type ToolCitation = z.infer<typeof ToolCitation>

export type FindDocument = (id: string) => Promise<CitedDocument | null>

export function citePassage(
  passage: Passage,
  { document, supersededBy, sourceTitle }: CitedDocument,
  asOf: IsoDate,
): ToolCitation {
  const number = document.passages.findIndex(({ anchor }) => anchor === passage.anchor) + 1
  const heading = passage.headings.join(' › ') || document.title
  return {
    policyId: document.id,
    title: document.title,
    documentNumber: document.documentNumber,
    clause: document.origin === 'policy' ? fill(lines.clause, { heading, number }) : heading,
    anchor: passage.anchor,
    quote: passage.text,
    standing: standingOf({ ...document, supersededBy }, asOf),
    sourceTitle,
    sourceUrl: document.sourceUrl,
  }
}

/** The clause that a finding or a benefit names; null for a document that is gone. */
export async function citeClause(
  { policyId, anchor }: { readonly policyId: string; readonly anchor: string },
  asOf: IsoDate,
  findDocument: FindDocument,
): Promise<ToolCitation | null> {
  const source = await findDocument(policyId)
  const passage = source?.document.passages.find((one) => one.anchor === anchor)
  return source && passage ? citePassage(passage, source, asOf) : null
}

/** `《科技履约贷》，沪科〔2025〕212号，给什么 · 第6条：「……」` */
export function quoteLine(citation: ToolCitation): string {
  const { title, documentNumber, clause, quote, standing } = citation
  const place = [`《${title}》${standingNames[standing]}`, documentNumber, clause].filter(Boolean)
  return `${place.join('，')}：「${quote}」`
}

/** As `quoteLine`, for a passage found by a search; null for a document that is gone. */
export async function quotePassage(
  { documentId, anchor }: { readonly documentId: string; readonly anchor: string },
  asOf: IsoDate,
  findDocument: FindDocument,
): Promise<string | null> {
  const citation = await citeClause({ policyId: documentId, anchor }, asOf, findDocument)
  return citation && quoteLine(citation)
}
