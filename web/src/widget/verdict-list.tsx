import type { Assessment } from '../contract.ts'
import { StandingBadge } from '../parts/standing-badge.tsx'
import { VerdictReason } from '../parts/verdicts/verdict-reason.tsx'
import { verdictsLabel } from '../state/judged-list.ts'
import type { Turn } from '../state/turn.ts'
import { groupVerdicts } from '../state/verdict-groups.ts'
import { countsText, windowText } from '../state/verdict-text.ts'
import { fill, languageOf, wording } from '../wording/index.ts'
import type { WidgetSettings } from './settings.ts'

const shownAtOnce = 5

/** How many policies fit, and the first of them with why; the rest is for the full site. */
export function VerdictList({ turn, settings }: { readonly turn: Turn; readonly settings: WidgetSettings }) {
  const words = wording.value
  const { eligible, undetermined, ineligible } = groupVerdicts(turn.verdicts)
  const ordered = [...eligible, ...undetermined, ...ineligible]
  const left = ordered.length - shownAtOnce
  if (ordered.length === 0) return null
  return (
    // A screen reader hears the counts with the end of the answer.
    <section class="verdict-summary" aria-label={verdictsLabel(turn)} aria-live="off">
      <p class="verdict-counts">{countsText(turn.verdicts, turn.asOf ?? '')}</p>
      <ul>
        {ordered.slice(0, shownAtOnce).map((assessment) => (
          <Verdict key={assessment.policyId} assessment={assessment} />
        ))}
      </ul>
      {left > 0 && (
        <p class="verdict-rest">
          {fill(words.widget.moreVerdicts, { count: left })}{' '}
          <a href={settings.address} target="_blank" rel="noopener">
            {words.widget.fullSite}
            <span class="visually-hidden">{words.citation.newWindow}</span>
          </a>
        </p>
      )}
    </section>
  )
}

function Verdict({ assessment }: { readonly assessment: Assessment }) {
  const { title, verdict, standing, window } = assessment
  return (
    <li>
      <p class="verdict-line">
        <span class={`verdict-word is-${verdict}`}>{wording.value.verdicts.groups[verdict]}</span>{' '}
        <strong lang={languageOf(title)}>{title}</strong>{' '}
        {standing !== 'in-force' && <StandingBadge standing={standing} />}
      </p>
      {/* Whoever meets every condition still cannot apply once the only window has closed. */}
      {window?.state === 'closed' && <p class="window-closed">{windowText(assessment)}</p>}
      <VerdictReason assessment={assessment} />
    </li>
  )
}
