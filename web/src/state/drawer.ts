import { signal } from '@preact/signals'
import type { Citation, DocumentReply } from '../contract.ts'
import { fetchDocument } from '../server/server.ts'

/** What the drawer shows: the citation at once, its document when it has come, `null` when it has gone. */
export interface OpenCitation {
  readonly citation: Citation
  readonly document: DocumentReply | null | 'loading'
  /** Gets the focus back. */
  readonly opener: HTMLElement
}

export const openCitation = signal<OpenCitation | null>(null)

export async function showCitation(citation: Citation, asOf: string, opener: HTMLElement): Promise<void> {
  openCitation.value = { citation, document: 'loading', opener }
  const document = await findDocument(citation.policyId, asOf)
  const isStillOpen = openCitation.value?.citation === citation
  if (isStillOpen) openCitation.value = { citation, document, opener }
}

export function closeCitation(): void {
  openCitation.value?.opener.focus()
  openCitation.value = null
}

async function findDocument(id: string, asOf: string): Promise<DocumentReply | null> {
  try {
    return await fetchDocument(id, asOf)
  } catch {
    // Gone or out of reach: the drawer says so, and shows the quote that came with the answer.
    return null
  }
}
