import { failedFindings } from '../../state/findings.ts'
import { type GrowthStep, growthPath, stagesOf } from '../../state/growth-path.ts'
import { locale } from '../../state/preferences.ts'
import { factNames } from '../../state/verdict-text.ts'
import { fill, formatDate, languageOf, wording } from '../../wording/index.ts'
import { matchesWording } from '../../wording/matches/index.ts'
import { Link } from '../frame/link.tsx'
import { Icon } from '../icon.tsx'
import { nodeText } from '../verdicts/condition-tree.tsx'

const icons = { held: 'check', reachable: 'check', open: 'unknown', blocked: 'close' } as const

/** Conditions that are named on a step; the rest stands in the policy's own card. */
const failuresShown = 2

/** Qualifications as a path: what is held, what comes next, what is missing, and what each opens. */
export function Growth() {
  growthPath.follow()
  const words = matchesWording.value.growth
  const { status, reply } = growthPath.state.value
  if (reply === null)
    return (
      <p class="company-note" role="status">
        {status === 'failed' ? words.failed : words.loading}{' '}
        {status === 'failed' && (
          <button type="button" class="text-button" onClick={growthPath.retry}>
            {matchesWording.value.retry}
          </button>
        )}
      </p>
    )
  if (reply.steps.length === 0) return <p>{words.none}</p>
  const nameOf = (id: string) => reply.steps.find(({ policyId }) => policyId === id)?.title ?? id
  return (
    <>
      <p class="company-note">{words.intro}</p>
      <ol class="stages">
        {stagesOf(reply.steps).map((stage, place) => (
          <li key={place} class="stage">
            <h3>{fill(words.stage, { number: place + 1 })}</h3>
            <ul>
              {stage.map((step) => (
                <Step key={step.policyId} step={step} isFirst={step.policyId === reply.first} nameOf={nameOf} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

interface StepProps {
  readonly step: GrowthStep
  readonly isFirst: boolean
  readonly nameOf: (id: string) => string
}

function Step({ step, isFirst, nameOf }: StepProps) {
  const words = matchesWording.value.growth
  const { policyId, title, state, after } = step
  const titles = after.map(nameOf).join(wording.value.values.separator)
  return (
    <li class={`growth-step growth-${state}`}>
      <h4 lang={languageOf(title)}>
        <Link to={`/policies/${policyId}`}>{title}</Link>
      </h4>
      <p class="growth-state">
        <Icon name={icons[state]} />
        {words.states[state]}
        {isFirst && <strong class="growth-first">{words.first}</strong>}
      </p>
      <Missing step={step} />
      {after.length > 0 && <p class="company-note">{fill(words.after, { titles })}</p>}
      <Unlocks step={step} />
    </li>
  )
}

/** What stands between the firm and a qualification. */
function Missing({ step: { missingFacts, openReviews, failed, possibleFrom } }: Pick<StepProps, 'step'>) {
  const words = matchesWording.value.growth
  const [review] = openReviews
  const reviews = openReviews.length > 1 ? words.reviewsMore : words.reviews
  return (
    <>
      {failedFindings(failed)
        .slice(0, failuresShown)
        .map((finding, place) => (
          <p key={place} lang={languageOf(nodeText(finding))}>
            {nodeText(finding)}
          </p>
        ))}
      {missingFacts.length > 0 && <p>{fill(words.missing, { facts: factNames(missingFacts) })}</p>}
      {review !== undefined && <p>{fill(reviews, { text: review.text, count: openReviews.length })}</p>}
      {possibleFrom !== null && <p>{fill(words.possibleFrom, { date: formatDate(possibleFrom, locale.value) })}</p>}
    </>
  )
}

function Unlocks({ step: { unlocks } }: Pick<StepProps, 'step'>) {
  const words = matchesWording.value.growth
  const { groups } = wording.value.verdicts
  if (unlocks.length === 0) return null
  return (
    <details>
      <summary>{fill(words.unlocks, { count: unlocks.length })}</summary>
      <ul class="unlocks">
        {unlocks.map(({ policyId, title, verdict }) => (
          <li key={policyId} lang={languageOf(title)}>
            {fill(words.unlocked, { title, verdict: groups[verdict] })}
          </li>
        ))}
      </ul>
    </details>
  )
}
