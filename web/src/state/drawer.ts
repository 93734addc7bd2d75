import { signal } from '@preact/signals'
import type { Assessment, Citation, ClauseLink, DocumentReply } from '../contract.ts'
import { fetchDocument } from '../server/server.ts'
import { fill, wording } from '../wording/index.ts'
import { titleOf } from './policy-titles.ts'

/** A clause to be read in its document; `quote` is null where only the clause is known, not the words it had. */
export type CitedClause = Omit<Citation, 'id' | 'digest' | 'level' | 'quote'> & { readonly quote: string | null }

/** What the drawer shows: the citation at once, its document when it has come, `null` when it has gone. */
export interface OpenCitation {
  readonly citation: CitedClause
  readonly document: DocumentReply | null | 'loading'
  /** Gets the focus back. */
  readonly opener: HTMLElement
}

export const openCitation = signal<OpenCitation | null>(null)

export async function showCitation(citation: CitedClause, asOf: string, opener: HTMLElement): Promise<void> {
  openCitation.value = { citation, document: 'loading', opener }
  const document = await findDocument(citation.policyId, asOf)
  const isStillOpen = openCitation.value?.citation === citation
  if (isStillOpen) openCitation.value = { citation: completed(citation, document), document, opener }
}

export function closeCitation(): void {
  openCitation.value?.opener.focus()
  openCitation.value = null
}

/** A policy whose standing is known. */
export type Judged = Pick<Assessment, 'policyId' | 'standing'>

/** The clause that states a condition, as far as a verdict knows its document. */
export function citedClause({ policyId, anchor, number, heading }: ClauseLink, assessment: Judged): CitedClause {
  return {
    policyId,
    title: titleOf(policyId) ?? heading,
    documentNumber: null,
    clause: fill(wording.value.verdicts.clausePlace, { heading, number }),
    anchor,
    quote: null,
    status: policyId === assessment.policyId ? assessment.standing : 'in-force',
    publishedOn: null,
    effectiveFrom: null,
    effectiveUntil: null,
    sourceTitle: '',
    sourceUrl: null,
  }
}

/** A condition's clause comes without the facts of its document: they come with the document. */
function completed(citation: CitedClause, document: DocumentReply | null): CitedClause {
  if (citation.quote !== null || document === null) return citation
  const { title, documentNumber, standing, publishedOn, effectiveFrom, effectiveUntil, sourceTitle, sourceUrl } =
    document
  const dates = { publishedOn, effectiveFrom, effectiveUntil }
  return { ...citation, title, documentNumber, status: standing, ...dates, sourceTitle, sourceUrl }
}

async function findDocument(id: string, asOf: string): Promise<DocumentReply | null> {
  try {
    return await fetchDocument(id, asOf)
  } catch {
    // Gone or out of reach: the drawer says so, and shows the quote that came with the answer.
    return null
  }
}
