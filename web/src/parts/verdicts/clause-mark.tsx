import type { ClauseLink } from '../../contract.ts'
import { citedClause, type Judged, showCitation } from '../../state/drawer.ts'
import { titleOf } from '../../state/policy-titles.ts'
import { fill, wording } from '../../wording/index.ts'

interface Props {
  readonly clause: ClauseLink
  readonly assessment: Judged
  readonly asOf: string
}

/** The clause that states a condition; opens it in its document. */
export function ClauseMark({ clause, assessment, asOf }: Props) {
  const words = wording.value.verdicts
  const { policyId, heading, number } = clause
  return (
    <button
      type="button"
      class="mark clause-mark"
      aria-label={fill(words.openClause, { title: titleOf(policyId) ?? '', heading, number })}
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => showCitation(citedClause(clause, assessment), asOf, currentTarget)}
    >
      <span>{fill(words.clause, { number })}</span>
    </button>
  )
}
