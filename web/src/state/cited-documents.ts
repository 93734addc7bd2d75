import type { Citation } from '../contract.ts'

/** A document that an answer cites, with its citations in the order of their marks. */
export type CitedDocument = readonly [Citation, ...Citation[]]

/** The documents behind an answer, in the order in which it first cites them. */
export function citedDocuments(citations: readonly Citation[]): CitedDocument[] {
  const byDocument = new Map<string, CitedDocument>()
  for (const citation of citations) {
    const known = byDocument.get(citation.policyId)
    byDocument.set(citation.policyId, known === undefined ? [citation] : [...known, citation])
  }
  return [...byDocument.values()]
}
