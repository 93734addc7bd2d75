import { type ComponentChildren, createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'
import type { Assessment } from '../../contract.ts'
import type { JudgedList } from '../../state/judged-list.ts'
import { kindText, levelText, windowText } from '../../state/verdict-text.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'
import { StandingBadge } from '../standing-badge.tsx'
import { CompareChoice } from './compare-choice.tsx'
import { MainAmount } from './main-amount.tsx'
import { VerdictActions } from './verdict-actions.tsx'
import { VerdictDetails } from './verdict-details.tsx'
import { VerdictReason } from './verdict-reason.tsx'

interface Props {
  readonly assessment: Assessment
  readonly turn: JudgedList
}

/** What a page puts into every card besides; nothing in the chat. */
export const CardExtra = createContext<((assessment: Assessment) => ComponentChildren) | null>(null)

/** One policy and its verdict: what it is, what it gives, why, and how to go on. */
export function VerdictCard({ assessment, turn }: Props) {
  const { policyId, title, standing, verdict } = assessment
  const titleId = `${turn.key}-${policyId}`
  const extra = useContext(CardExtra)
  return (
    <li class={`verdict verdict-${verdict}`} tabindex={-1} aria-labelledby={titleId}>
      <h4 id={titleId} lang={languageOf(title)}>
        {title} {standing !== 'in-force' && <StandingBadge standing={standing} />}
      </h4>
      <Facts assessment={assessment} />
      <ClosedWindow assessment={assessment} />
      <MainAmount assessment={assessment} />
      <VerdictReason assessment={assessment} />
      <Conditions assessment={assessment} turn={turn} />
      {extra?.(assessment)}
      <VerdictActions assessment={assessment} />
    </li>
  )
}

function Facts({ assessment }: { readonly assessment: Assessment }) {
  const { level, kind, window } = assessment
  return (
    <p class="verdict-facts">
      <span>{levelText(level)}</span>
      <span>{kindText(kind)}</span>
      {window !== null && window.state !== 'closed' && (
        <span class={`window window-${window.state}`}>{windowText(assessment)}</span>
      )}
    </p>
  )
}

/** Whoever meets every condition of a policy still cannot apply once its only window has closed. */
function ClosedWindow({ assessment }: { readonly assessment: Assessment }) {
  const { window } = assessment
  if (window?.state !== 'closed') return null
  return (
    <p class="window-closed">
      <strong>{windowText(assessment)}</strong> <span lang={languageOf(window.name)}>{window.name}</span>
    </p>
  )
}

/** The tree is made only when it is asked for: a page may hold a hundred of them. */
function Conditions({ assessment, turn }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const words = wording.value.verdicts
  return (
    <>
      <div class="details-row">
        <button
          type="button"
          class="fold details-fold"
          aria-expanded={isOpen}
          aria-label={fill(words.conditionsOf, { title: assessment.title })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.conditions}
          <Icon name="unfold" />
        </button>
        <CompareChoice assessment={assessment} turn={turn} />
      </div>
      {isOpen && <VerdictDetails assessment={assessment} asOf={turn.asOf ?? ''} />}
    </>
  )
}
