import { type IsoDate, type Passage, type SourceDocument, standingOf, unsupportedFigures } from '../../policy/index.ts'
import type { Citation, Locale, Sentence } from '../answer.ts'
import type { DraftSentence } from '../draft.ts'
import { say } from '../wording.ts'

/** What a citation says of the document it points into. */
export interface CitedDocument {
  readonly document: SourceDocument
  readonly supersededBy: string | null
  readonly sourceTitle: string
}

export interface VerifyParts {
  /** Null for a document that is gone: nothing can rest on it any more. */
  findDocument(id: string): Promise<CitedDocument | null>
  digestOf(text: string): string
}

export interface Verified {
  readonly sentences: readonly Sentence[]
  readonly citations: readonly Citation[]
  readonly dropped: number
}

/** Keeps the sentences whose every figure, date and document number stands in a passage they cite. */
export async function verify(
  drafts: readonly DraftSentence[],
  asOf: IsoDate,
  locale: Locale,
  parts: VerifyParts,
): Promise<Verified> {
  const citations = new Map<string, Citation>()
  const sentences: Sentence[] = []
  for (const draft of drafts) {
    const cited = await citedPassages(draft.passages, parts)
    if (
      !cited ||
      unsupportedFigures(
        draft.text,
        draft.passages.map(({ text }) => text),
      ).length > 0
    )
      continue
    for (const { passage, source } of cited)
      if (!citations.has(passage.id))
        citations.set(passage.id, cite(String(citations.size + 1), passage, source, asOf, locale, parts))
    const ids = draft.passages.flatMap((passage) => citations.get(passage.id)?.id ?? [])
    sentences.push({ text: draft.text, heading: draft.heading, citations: ids })
  }
  return { sentences, citations: [...citations.values()], dropped: drafts.length - sentences.length }
}

async function citedPassages(passages: readonly Passage[], { findDocument }: VerifyParts) {
  const cited = []
  for (const passage of passages) {
    const source = await findDocument(passage.documentId)
    if (!source?.document.text.includes(passage.text)) return null
    cited.push({ passage, source })
  }
  return cited.length > 0 ? cited : null
}

function cite(
  id: string,
  passage: Passage,
  { document, supersededBy, sourceTitle }: CitedDocument,
  asOf: IsoDate,
  locale: Locale,
  { digestOf }: VerifyParts,
): Citation {
  const number = document.passages.findIndex(({ anchor }) => anchor === passage.anchor) + 1
  const heading = passage.headings.join(' › ') || document.title
  return {
    id,
    policyId: document.id,
    title: document.title,
    documentNumber: document.documentNumber,
    clause: document.origin === 'policy' ? say(locale, 'clause', { heading, number: String(number) }) : heading,
    anchor: passage.anchor,
    quote: passage.text,
    status: standingOf({ ...document, supersededBy }, asOf),
    level: document.level,
    publishedOn: document.publishedOn,
    effectiveFrom: document.effectiveFrom,
    effectiveUntil: document.effectiveUntil,
    sourceTitle,
    sourceUrl: document.sourceUrl,
    digest: digestOf(passage.text),
  }
}
