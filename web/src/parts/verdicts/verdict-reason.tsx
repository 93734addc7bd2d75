import type { Assessment, Finding } from '../../contract.ts'
import { casesAtHand, failedFindings } from '../../state/findings.ts'
import { openText } from '../../state/open-text.ts'
import { possibleFromText } from '../../state/verdict-text.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'
import { nodeText } from './condition-tree.tsx'

/** Conditions that are named on the card; the rest is counted and stands in the tree. */
const shownAtOnce = 2

/** Why the verdict is what it is, in one or two lines. */
export function VerdictReason({ assessment }: { readonly assessment: Assessment }) {
  switch (assessment.verdict) {
    case 'eligible':
      return (
        <p class="reason reason-met">
          <Icon name="check" />
          {wording.value.verdicts.allMet}
        </p>
      )
    case 'undetermined':
      return <Open assessment={assessment} />
    case 'ineligible':
      return <Failed assessment={assessment} />
  }
}

function Open({ assessment }: { readonly assessment: Assessment }) {
  const [first, ...rest] = openText(assessment)
  return (
    <p class="reason reason-unknown">
      <Icon name="unknown" />
      <span>
        {first}
        {rest.map((text) => (
          <span key={text} class="reason-more" lang={languageOf(text)}>
            {' '}
            {text}
          </span>
        ))}
      </span>
    </p>
  )
}

function Failed({ assessment }: { readonly assessment: Assessment }) {
  const words = wording.value.verdicts
  const failed = failedFindings(assessment.findings)
  const left = failed.length - shownAtOnce
  return (
    <div class="reasons">
      {failed.slice(0, shownAtOnce).map((finding, index) => (
        <p key={index} class="reason reason-unmet">
          <Icon name="close" />
          <span lang={languageOf(failureText(finding))}>{failureText(finding)}</span>
        </p>
      ))}
      {left > 0 && <p class="reason-more">{fill(words.moreUnmet, { count: left })}</p>}
      {assessment.possibleFrom !== null && <p class="possible-from">{possibleFromText(assessment.possibleFrom)}</p>}
    </div>
  )
}

/** What must not be the case and is, is named. */
function failureText(finding: Finding): string {
  const cases = finding.kind === 'not' ? casesAtHand(finding) : []
  return [nodeText(finding), ...cases.map(({ text }) => text)].join(wording.value.verdicts.colon)
}
