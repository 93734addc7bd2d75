import type { Citation } from '../contract.ts'
import { DocumentFacts } from '../parts/document-facts.tsx'
import { DrawerHead, titleId } from '../parts/drawer.tsx'
import { Prose } from '../parts/prose.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { closeCitation, openCitation } from '../state/drawer.ts'
import { languageOf, wording } from '../wording/index.ts'

/** Opens what a sentence rests on: the words that came with the answer, without fetching their document. */
export function showQuote(citation: Citation, _asOf: string, opener: HTMLElement): void {
  openCitation.value = { citation, document: null, opener }
}

/** The passage behind a mark, with the facts of its document. */
export function Quote() {
  const open = openCitation.value
  if (open === null) return null
  const words = wording.value.citation
  const { quote } = open.citation
  return (
    <Sheet
      titleId={titleId}
      head={<DrawerHead open={open} />}
      closeLabel={words.close}
      bodyLabel={words.passages}
      onClose={closeCitation}
    >
      <DocumentFacts open={open} />
      <blockquote class="passage cited" lang={languageOf(quote ?? '')}>
        <p class="cited-label">{words.cited}</p>
        <Prose text={quote ?? ''} />
      </blockquote>
    </Sheet>
  )
}
