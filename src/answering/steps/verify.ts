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

/** A sentence that may be shown, with the citations that no sentence before it had. */
export interface Released {
  readonly sentence: Sentence
  readonly citations: readonly Citation[]
}

/** Numbers the citations in the order in which sentences are released. */
export interface Verifier {
  /** Null where a figure, date or document number stands in no passage that is cited, or a passage is gone. */
  release(draft: DraftSentence, support?: Sentence['support']): Promise<Released | null>
  verified(): Verified
}

export function createVerifier(asOf: IsoDate, locale: Locale, parts: VerifyParts): Verifier {
  const citations = new Map<string, Citation>()
  const sentences: Sentence[] = []
  let dropped = 0
  return {
    async release({ text, heading, passages }, support) {
      const cited = await citedPassages(passages, parts)
      const texts = passages.map((passage) => passage.text)
      if (!cited || unsupportedFigures(text, texts).length > 0) {
        dropped += 1
        return null
      }
      const added = cited.filter(({ passage }) => !citations.has(passage.id))
      for (const { passage, source } of added)
        citations.set(passage.id, cite(String(citations.size + 1), passage, source, asOf, locale, parts))
      const citationOf = ({ id }: Passage) => citations.get(id) ?? []
      const ids = passages.flatMap(citationOf).map(({ id }) => id)
      const sentence = { text, heading, citations: ids, ...(support && { support }) }
      sentences.push(sentence)
      return { sentence, citations: added.flatMap(({ passage }) => citationOf(passage)) }
    },
    verified: () => ({ sentences: [...sentences], citations: [...citations.values()], dropped }),
  }
}

/** Keeps the sentences whose every figure, date and document number stands in a passage they cite. */
export async function verify(
  drafts: readonly DraftSentence[],
  asOf: IsoDate,
  locale: Locale,
  parts: VerifyParts,
): Promise<Verified> {
  const verifier = createVerifier(asOf, locale, parts)
  for (const draft of drafts) await verifier.release(draft)
  return verifier.verified()
}

/** Passages with their documents; null where there is none, or one is gone or no longer in its document. */
export async function citedPassages(
  passages: readonly Passage[],
  { findDocument }: Pick<VerifyParts, 'findDocument'>,
): Promise<{ readonly passage: Passage; readonly source: CitedDocument }[] | null> {
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
