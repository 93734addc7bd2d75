import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Citation } from '../contract.ts'
import { showCitation } from '../state/drawer.ts'
import { fill, wording } from '../wording/index.ts'

/** Where a mark shows its passage: in the drawer, unless somebody else shows the answer. */
export const ShowCitation =
  createContext<(citation: Citation, asOf: string, opener: HTMLElement) => unknown>(showCitation)

interface Props {
  readonly citation: Citation
  readonly asOf: string
}

/** The small number behind a sentence that opens the passage it rests on. */
export function CitationMark({ citation, asOf }: Props) {
  const show = useContext(ShowCitation)
  return (
    <button
      type="button"
      class="mark"
      aria-label={labelOf(citation)}
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => show(citation, asOf, currentTarget)}
    >
      <span>{citation.id}</span>
    </button>
  )
}

function labelOf({ id, title, clause, status }: Citation): string {
  const { citation, standings } = wording.value
  const label = fill(citation.mark, { id, title, clause: clause.replace(' · ', ' ') })
  if (status === 'in-force') return label
  return fill(citation.withStanding, { label, standing: standings[status] })
}
