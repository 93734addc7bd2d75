import type { PolicyReply, RelatedPolicy } from '../../contract.ts'
import { policyPath } from '../../state/policy-path.ts'
import { locale } from '../../state/preferences.ts'
import { formatDate, titleOf } from '../../wording/index.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { effectivePeriod } from '../document-facts.tsx'
import { Link } from '../frame/link.tsx'
import { StandingBadge } from '../standing-badge.tsx'

interface Props {
  readonly policy: PolicyReply
}

/** What came before and after, oldest first. */
export function PolicyHistory({ policy: { id, versions } }: Props) {
  const words = libraryWording.value.policy
  if (versions.length < 2) return null
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{words.history}</h2>
      <ol class="policy-history">
        {versions.map((version) => (
          <li key={version.id} aria-current={version.id === id ? 'true' : undefined}>
            {version.id === id ? <strong>{titleOf(version)}</strong> : <PolicyLink policy={version} />}{' '}
            <StandingBadge standing={version.standing} />
            <p class="policy-note">{datesText(version)}</p>
            {version.id === id && <p class="policy-note">{words.thisOne}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What is needed first, what it opens the way to, and what it rules out. */
export function RelatedPolicies({ policy: { related } }: Props) {
  const words = libraryWording.value.policy
  const groups = (['requires', 'unlocks', 'excludes'] as const).filter((name) => related[name].length > 0)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="related-title">
      <h2 id="related-title">{words.related}</h2>
      {groups.map((name) => (
        <div key={name}>
          <h3>{words[name]}</h3>
          <ul class="policy-related">
            {related[name].map((policy) => (
              <li key={policy.id}>
                <PolicyLink policy={policy} />{' '}
                {policy.standing !== 'in-force' && <StandingBadge standing={policy.standing} />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function PolicyLink({ policy }: { readonly policy: RelatedPolicy }) {
  return <Link to={policyPath(policy.id)}>{titleOf(policy)}</Link>
}

function datesText(version: RelatedPolicy): string {
  const { published, validity } = libraryWording.value.policy
  const period = effectivePeriod(version)
  if (period !== null) return `${validity} ${period}`
  return version.publishedOn === null ? '' : `${published} ${formatDate(version.publishedOn, locale.value)}`
}
