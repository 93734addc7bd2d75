import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { loadFacts } from '../../state/fact-catalogue.ts'
import { verdictsLabel } from '../../state/judged-list.ts'
import type { Turn } from '../../state/turn.ts'
import { groupVerdicts, type KindGroup, ofKindGroup } from '../../state/verdict-groups.ts'
import { countsText } from '../../state/verdict-text.ts'
import { wording } from '../../wording/index.ts'
import { CompareBar } from './compare-bar.tsx'
import { KindFilter } from './kind-filter.tsx'
import { VerdictGroup } from './verdict-group.tsx'
import { VerdictTools } from './verdict-tools.tsx'

/** Cards that are read before the question under them is found. */
const fewCards = 3

/** Every policy that was judged for the company: how many fit, then each with why; `children` is the next question. */
export function Verdicts({ turn, children }: { readonly turn: Turn; readonly children: ComponentChildren }) {
  const isEmpty = turn.verdicts.length === 0
  useEffect(() => {
    if (!isEmpty) void loadFacts()
  }, [isEmpty])
  if (isEmpty) return null
  const isLong = turn.verdicts.length > fewCards
  return (
    // A screen reader hears the counts with the end of the answer, not a hundred cards as they come.
    <section class="verdicts" aria-label={verdictsLabel(turn)} aria-live="off">
      <p class="verdict-counts">{countsText(turn.verdicts, turn.asOf ?? '')}</p>
      <div class="verdict-body">
        <Reassessment turn={turn} />
        <VerdictTools turn={turn} />
        {isLong && children}
        <Groups turn={turn} />
        <CompareBar turn={turn} />
        {!isLong && children}
        <Completeness turn={turn} />
      </div>
    </section>
  )
}

function Groups({ turn }: { readonly turn: Turn }) {
  const [kind, setKind] = useState<KindGroup>('all')
  const shown = ofKindGroup(turn.verdicts, kind)
  const groups = groupVerdicts(shown)
  return (
    <>
      <KindFilter verdicts={turn.verdicts} chosen={kind} onChoose={setKind} />
      {shown.length === 0 && <p class="verdict-none">{wording.value.verdicts.noneOfKind}</p>}
      {(['eligible', 'undetermined', 'ineligible'] as const).map((verdict) => (
        <VerdictGroup key={`${verdict} ${kind}`} verdict={verdict} assessments={groups[verdict]} turn={turn} />
      ))}
    </>
  )
}

/** What was judged, and what was not and why: the list is complete. */
function Completeness({ turn }: { readonly turn: Turn }) {
  const notice = turn.notices.find(({ code }) => code === 'match')
  return notice ? <p class="verdict-note">{notice.text}</p> : null
}

/** Whether the verdicts follow the reader's last change. */
function Reassessment({ turn: { reassessment, sentences, notices } }: { readonly turn: Turn }) {
  const words = wording.value.verdicts
  if (reassessment === null) return null
  if (reassessment === 'running') return <p class="reassessment">{words.reassessing}</p>
  if (reassessment === 'failed') return <p class="reassessment wrong">{words.reassessFailed}</p>
  return (
    <p class="reassessment">
      {words.reassessed}
      {sentences.length + notices.length > 0 && <span class="reassessment-text"> {words.reassessedText}</span>}
    </p>
  )
}
