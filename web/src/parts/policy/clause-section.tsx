import type { ClauseReply, PolicyReply } from '../../contract.ts'
import type { PolicySection } from '../../state/policy-page.ts'
import { clauseId } from '../../state/policy-path.ts'
import { fill } from '../../wording/index.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { ClauseView } from './clause-view.tsx'

interface Props {
  readonly section: PolicySection
  readonly policy: PolicyReply
  /** The id that the address points at. */
  readonly target: string
}

/** The clauses on one of the things one wants to know. */
export function ClauseSection({ section: { name, clauses, others }, policy, target }: Props) {
  const words = libraryWording.value.policy
  const titleId = `${name}-title`
  return (
    <section class={`policy-section section-${name}`} id={name} tabindex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>{words.sections[name]}</h2>
      {name === 'unknown' && <p class="policy-note">{clauses.length > 0 ? words.unknownHint : words.unknownNone}</p>}
      {name !== 'unknown' && clauses.length === 0 && <p class="policy-note">{words.sectionNone}</p>}
      <ul>
        {clauses.map((clause) => (
          <ClauseView
            key={clause.anchor}
            clause={clause}
            policy={policy}
            isTarget={target === clauseId(clause.anchor)}
          />
        ))}
      </ul>
      {others.length > 0 && <AlsoSee clauses={others} />}
    </section>
  )
}

function AlsoSee({ clauses }: { readonly clauses: readonly ClauseReply[] }) {
  const { alsoSee, alsoSeeClause } = libraryWording.value.policy
  return (
    <p class="policy-also">
      {alsoSee}{' '}
      {clauses.map(({ anchor, number, heading }) => (
        <a key={anchor} href={`#${clauseId(anchor)}`}>
          {fill(alsoSeeClause, { number, heading })}
        </a>
      ))}
    </p>
  )
}
