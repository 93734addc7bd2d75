import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Assessment, Verdict } from '../../contract.ts'
import type { JudgedList } from '../../state/judged-list.ts'
import { fill, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'
import { VerdictCard } from './verdict-card.tsx'

/** A phone shows so many before one decides to see more. */
const shownAtOnce = 8

interface Props {
  readonly verdict: Verdict
  readonly assessments: readonly Assessment[]
  readonly turn: JudgedList
  readonly startsOpen?: boolean
}

/** The policies of one verdict; what does not fit is folded at first, and long lists are cut with their rest counted. */
export function VerdictGroup({ verdict, assessments, turn, startsOpen = verdict !== 'ineligible' }: Props) {
  const [isOpen, setIsOpen] = useState(startsOpen)
  const words = wording.value.verdicts
  if (assessments.length === 0) return null
  return (
    <section class={`verdict-group group-${verdict}`}>
      <h3>
        <button type="button" class="fold" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <span class="group-name">{words.groups[verdict]}</span>
          <span class="group-count">{fill(words.groupCount, { count: assessments.length })}</span>
          <Icon name="unfold" />
        </button>
      </h3>
      {isOpen && <Cards assessments={assessments} turn={turn} isWhole={verdict === 'eligible'} />}
    </section>
  )
}

interface CardsProps {
  readonly assessments: readonly Assessment[]
  readonly turn: JudgedList
  readonly isWhole: boolean
}

function Cards({ assessments, turn, isWhole }: CardsProps) {
  const [isMore, setIsMore] = useState(isWhole)
  const rest = useRef<HTMLDivElement>(null)
  const shown = isMore ? assessments : assessments.slice(0, shownAtOnce)
  const left = assessments.length - shown.length
  useLayoutEffect(() => {
    // The button that showed more has gone; reading goes on at the first card it brought.
    if (isMore && !isWhole) rest.current?.querySelectorAll<HTMLElement>('.verdict')[shownAtOnce]?.focus()
  }, [isMore, isWhole])
  return (
    <div ref={rest}>
      <List assessments={shown} turn={turn} />
      {left > 0 && (
        <button type="button" class="secondary more" onClick={() => setIsMore(true)}>
          {fill(wording.value.verdicts.more, { count: left })}
        </button>
      )}
    </div>
  )
}

function List({ assessments, turn }: { readonly assessments: readonly Assessment[]; readonly turn: JudgedList }) {
  return (
    <ul class="verdict-list">
      {assessments.map((assessment) => (
        <VerdictCard key={assessment.policyId} assessment={assessment} turn={turn} />
      ))}
    </ul>
  )
}
