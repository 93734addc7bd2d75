import type { Assessment, ClauseLink, Finding, Verdict } from '../../contract.ts'
import { benefitFigure, benefitMonths, openBenefits } from '../../state/benefit-text.ts'
import { factsByKey } from '../../state/fact-catalogue.ts'
import { factText } from '../../state/fact-text.ts'
import { excludesBelow, findingsBelow } from '../../state/findings.ts'
import type { JudgedList } from '../../state/judged-list.ts'
import { openText } from '../../state/open-text.ts'
import { titleOf } from '../../state/policy-titles.ts'
import { locale } from '../../state/preferences.ts'
import { bareValue } from '../../state/profile.ts'
import { groupVerdicts } from '../../state/verdict-groups.ts'
import { countsText, kindText, levelText, possibleFromText, windowText } from '../../state/verdict-text.ts'
import { fill, formatDate, wording } from '../../wording/index.ts'
import { StandingBadge } from '../standing-badge.tsx'
import { ConditionText } from './condition-tree.tsx'
import { OutcomeTag } from './outcome-tag.tsx'

/** All verdicts of one exchange on paper: the company, the date, every policy with its conditions and clauses. */
export function VerdictSummary({ turn }: { readonly turn: JudgedList }) {
  const words = wording.value.summary
  const groups = groupVerdicts(turn.verdicts)
  return (
    <section class="summary">
      <h1>{words.title}</h1>
      <p>
        {words.source} · {fill(words.asOf, { date: formatDate(turn.asOf ?? '', locale.value) })}
      </p>
      <p class="summary-counts">{countsText(turn.verdicts, turn.asOf ?? '')}</p>
      <CompanyFacts company={turn.company} />
      {(['eligible', 'undetermined', 'ineligible'] as const).map((verdict) => (
        <Group key={verdict} verdict={verdict} assessments={groups[verdict]} />
      ))}
      <p class="summary-note">{words.note}</p>
    </section>
  )
}

function CompanyFacts({ company }: Pick<JudgedList, 'company'>) {
  const words = wording.value.summary
  const known = Object.entries(company)
  return (
    <>
      <h2>{words.facts}</h2>
      {known.length === 0 && <p>{words.noFacts}</p>}
      <dl class="summary-facts">
        {known.map(([key, fact]) => (
          <div key={key}>
            <dt>{factsByKey.value.get(key)?.label ?? key}</dt>
            <dd>{factText(factsByKey.value.get(key), bareValue(fact))}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

interface GroupProps {
  readonly verdict: Verdict
  readonly assessments: readonly Assessment[]
}

function Group({ verdict, assessments }: GroupProps) {
  const words = wording.value.verdicts
  if (assessments.length === 0) return null
  return (
    <>
      <h2>
        {words.groups[verdict]} · {fill(words.groupCount, { count: assessments.length })}
      </h2>
      {assessments.map((assessment) => (
        <Policy key={assessment.policyId} assessment={assessment} />
      ))}
    </>
  )
}

function Policy({ assessment }: { readonly assessment: Assessment }) {
  const { title, standing, verdict, level, kind, possibleFrom, findings } = assessment
  const facts = [levelText(level), kindText(kind), windowText(assessment)].filter((text) => text !== '')
  return (
    <article class="summary-policy">
      <h3>
        {title} {standing !== 'in-force' && <StandingBadge standing={standing} />}
      </h3>
      <p>{facts.join(' · ')}</p>
      {openBenefits(assessment).map((benefit, index) => (
        <p key={index}>
          {benefit.label} {benefitFigure(benefit)} {benefitMonths(benefit)}[
          {clauseText(benefit.clause, assessment.policyId)}]
        </p>
      ))}
      {verdict === 'undetermined' && <p>{openText(assessment).join(' · ')}</p>}
      {possibleFrom !== null && <p>{possibleFromText(possibleFrom)}</p>}
      <Findings findings={findings} policyId={assessment.policyId} />
    </article>
  )
}

interface FindingsProps {
  /** Below what must not be the case. */
  readonly isExcluded?: boolean
  readonly findings: readonly Finding[]
  readonly policyId: string
}

function Findings({ findings, policyId, isExcluded = false }: FindingsProps) {
  return (
    <ul class="conditions">
      {findings.map((finding, index) => (
        <li key={index}>
          <OutcomeTag finding={finding} isExcluded={isExcluded} /> <ConditionText finding={finding} />
          {finding.clause !== null && <span class="summary-clause"> [{clauseText(finding.clause, policyId)}]</span>}
          {finding.children !== undefined && (
            <Findings
              findings={findingsBelow(finding)}
              policyId={policyId}
              isExcluded={excludesBelow(finding, isExcluded)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** A clause of another document comes with its name. */
function clauseText({ policyId, number }: ClauseLink, own: string): string {
  const text = fill(wording.value.verdicts.clause, { number })
  return policyId === own ? text : `${titleOf(policyId) ?? policyId} ${text}`
}
