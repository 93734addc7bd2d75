import { type CitedDocument, citedDocuments } from '../state/cited-documents.ts'
import type { Turn } from '../state/turn.ts'
import { fill, wording } from '../wording/index.ts'
import { CitationMark } from './citation-mark.tsx'
import { StandingBadge } from './standing-badge.tsx'

/** So many documents fit under an answer without pushing the next step out of sight. */
const shownAtOnce = 3

/** The documents an answer rests on: what it is called, its number, how it stands, and the marks that cite it. */
export function Sources({ turn }: { readonly turn: Turn }) {
  const documents = citedDocuments(turn.citations)
  if (documents.length === 0) return null
  const { sourcesCount } = wording.value.answer
  return (
    <details class="sources" open={documents.length <= shownAtOnce}>
      <summary>{fill(sourcesCount, { count: documents.length })}</summary>
      <ul>
        {documents.map((citations) => (
          <Source key={citations[0].policyId} citations={citations} asOf={turn.asOf ?? ''} />
        ))}
      </ul>
    </details>
  )
}

function Source({ citations, asOf }: { readonly citations: CitedDocument; readonly asOf: string }) {
  const { title, documentNumber, status } = citations[0]
  return (
    <li class="source-line">
      <div class="source" lang="zh-CN">
        <span class="source-title">{title}</span>
        {documentNumber !== null && <span class="source-number">{documentNumber}</span>}
        {status !== 'in-force' && <StandingBadge standing={status} />}
      </div>
      <div class="source-marks">
        {citations.map((citation) => (
          <CitationMark key={citation.id} citation={citation} asOf={asOf} />
        ))}
      </div>
    </li>
  )
}
