import type { PolicyReply } from '../../contract.ts'
import { clauseId, policyPath } from '../../state/policy-path.ts'
import { locale } from '../../state/preferences.ts'
import { knownCount } from '../../state/profile.ts'
import { periodState, periodText } from '../../state/window-text.ts'
import { fill, formatDate, titleOf } from '../../wording/index.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { Link } from '../frame/link.tsx'
import { QuestionLink } from '../question-link.tsx'
import { StandingBadge } from '../standing-badge.tsx'

interface Props {
  readonly policy: PolicyReply
}

/** How the policy stands, when one can apply, and the way to find out whether one is eligible. */
export function PolicyHead({ policy }: Props) {
  const words = libraryWording.value.policy
  const { title, standing, asOf } = policy
  return (
    <>
      {locale.value === 'en' && (
        <p class="policy-title" lang="zh-CN">
          {title}
        </p>
      )}
      <p class={`policy-standing standing-${standing}`}>
        <StandingBadge standing={standing} /> {words.standings[standing]}{' '}
        <span class="policy-as-of">{fill(words.asOf, { date: formatDate(asOf, locale.value) })}</span>
      </p>
      <Successor policy={policy} />
      <Eligibility policy={policy} />
      <Windows policy={policy} />
    </>
  )
}

/** What takes the place of a policy that nobody can apply under any more. */
function Successor({ policy: { supersededBy, versions } }: Props) {
  const next = versions.find(({ id }) => id === supersededBy)
  if (next === undefined) return null
  const title = titleOf(next)
  return (
    <p>
      <Link to={policyPath(next.id)}>{fill(libraryWording.value.policy.successor, { title })}</Link>
    </p>
  )
}

/** Only what has conditions and applies can be asked about. */
function Eligibility({ policy: { rule, standing, title } }: Props) {
  const { isEligible, isEligibleHint, eligibleQuestion, companyUnknown, tellCompany } = libraryWording.value.policy
  if (rule === null || (standing !== 'in-force' && standing !== 'unverified')) return null
  return (
    <p class="policy-ask">
      <QuestionLink class="primary" question={fill(eligibleQuestion, { title })}>
        {isEligible}
      </QuestionLink>
      <span>
        {knownCount.value > 0 ? isEligibleHint : companyUnknown}
        {knownCount.value === 0 && <Link to="/firm">{tellCompany}</Link>}
      </span>
    </p>
  )
}

function Windows({ policy: { windows, clauses, asOf } }: Props) {
  const words = libraryWording.value.policy
  if (windows.length === 0) return null
  return (
    <section class="policy-windows" aria-labelledby="windows-title">
      <h2 id="windows-title">{words.windows}</h2>
      <ul>
        {windows.map((window) => {
          const clause = clauses.find(({ anchor }) => anchor === window.clause)
          return (
            <li key={`${window.name} ${window.from}`} class={`period-${periodState(window, asOf)}`}>
              <span lang="zh-CN">{window.name}</span> <strong>{periodText(window, asOf)}</strong>{' '}
              {clause && (
                <a href={`#${clauseId(clause.anchor)}`}>{fill(words.windowClause, { number: clause.number })}</a>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
