import type { Assessment } from '../../contract.ts'
import { calendarDays, calendarText } from '../../state/calendar-file.ts'
import type { JudgedList } from '../../state/judged-list.ts'
import { matchQuery, selectMatches } from '../../state/match-query.ts'
import { printOnly } from '../../state/print-sheet.ts'
import { groupVerdicts } from '../../state/verdict-groups.ts'
import { fill } from '../../wording/index.ts'
import { matchesWording } from '../../wording/matches/index.ts'
import { Icon } from '../icon.tsx'
import { CompareBar } from '../verdicts/compare-bar.tsx'
import { CardExtra } from '../verdicts/verdict-card.tsx'
import { VerdictGroup } from '../verdicts/verdict-group.tsx'
import { MatchFilters } from './match-filters.tsx'
import { Materials } from './materials.tsx'

const verdicts = ['eligible', 'undetermined', 'ineligible'] as const

/** All policies by verdict, as far as the filters let them through. */
export function MatchList({ list }: { readonly list: JudgedList }) {
  const query = matchQuery.value
  const shown = selectMatches(list.verdicts, query)
  const groups = groupVerdicts(shown)
  return (
    <>
      <MatchFilters all={list.verdicts} shown={shown} />
      <Tools list={list} shown={shown} />
      {shown.length === 0 && <p class="verdict-none">{matchesWording.value.filters.none}</p>}
      <CardExtra.Provider value={(assessment) => <Materials assessment={assessment} asOf={list.asOf ?? ''} />}>
        {verdicts.map((verdict) => (
          <VerdictGroup
            key={`${verdict} ${JSON.stringify(query)}`}
            verdict={verdict}
            assessments={groups[verdict]}
            turn={list}
            startsOpen={verdict !== 'ineligible' || query.verdict === verdict}
          />
        ))}
      </CardExtra.Provider>
      <CompareBar turn={list} />
    </>
  )
}

function Tools({ list, shown }: { readonly list: JudgedList; readonly shown: readonly Assessment[] }) {
  const words = matchesWording.value.tools
  const days = calendarDays(shown, list.asOf ?? '')
  return (
    <>
      <div class="verdict-tools">
        <button type="button" class="secondary" onClick={() => printOnly({ kind: 'verdicts', turnKey: list.key })}>
          <Icon name="print" />
          {words.print}
        </button>
        {days.length > 0 && (
          <button type="button" class="secondary" onClick={() => downloadCalendar(days)}>
            <Icon name="download" />
            {fill(words.calendar, { count: days.length })}
          </button>
        )}
      </div>
      {days.length === 0 && <p class="company-note">{words.noDates}</p>}
    </>
  )
}

function downloadCalendar(days: ReturnType<typeof calendarDays>): void {
  const { name, file } = matchesWording.value.calendar
  const url = URL.createObjectURL(
    new Blob([calendarText(days, name, new Date())], { type: 'text/calendar;charset=utf-8' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}
