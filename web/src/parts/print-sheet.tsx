import { render } from 'preact'
import { comparedAsOf } from '../state/comparison.ts'
import { turns } from '../state/conversation.ts'
import { findJudged, type JudgedList, matchList } from '../state/judged-list.ts'
import { locale } from '../state/preferences.ts'
import { type PrintSheet, printSheet } from '../state/print-sheet.ts'
import { route } from '../state/route.ts'
import { fill, formatDate, wording } from '../wording/index.ts'
import { PrintedSources } from './printed-sources.tsx'
import { ComparisonTable } from './verdicts/comparison.tsx'
import { VerdictSummary } from './verdicts/verdict-summary.tsx'

/** Makes what only paper shows when printing begins, so that the page on the screen stays light. */
export function preparePrinting(): void {
  const paper = document.createElement('div')
  paper.id = 'paper'
  document.body.append(paper)
  addEventListener('beforeprint', () => {
    // Paper shows every source, also those folded away on the screen.
    for (const sources of document.querySelectorAll('details')) sources.open = true
    document.documentElement.dataset.print = printSheet.value.kind
    render(<Paper sheet={printSheet.value} />, paper)
  })
  addEventListener('afterprint', () => {
    render(null, paper)
    delete document.documentElement.dataset.print
    printSheet.value = { kind: 'page' }
  })
}

function Paper({ sheet }: { readonly sheet: PrintSheet }) {
  if (sheet.kind === 'comparison') return <PrintedComparison />
  if (sheet.kind === 'part') return <>{sheet.content}</>
  const printed = sheet.kind === 'page' ? listsOnPage() : [findJudged(sheet.turnKey)]
  const isConversation = sheet.kind === 'page' && route.value.page !== 'matches'
  return (
    <>
      {printed.map((list) => list && list.verdicts.length > 0 && <VerdictSummary key={list.key} turn={list} />)}
      {isConversation &&
        turns.value
          .filter(({ citations }) => citations.length > 0)
          .map((turn) => <PrintedSources key={turn.key} turn={turn} />)}
    </>
  )
}

function listsOnPage(): readonly (JudgedList | null)[] {
  return route.value.page === 'matches' ? [matchList.value] : turns.value
}

function PrintedComparison() {
  const words = wording.value.summary
  return (
    <section class="summary">
      <h1>{words.comparison}</h1>
      <p>{fill(words.asOf, { date: formatDate(comparedAsOf.value, locale.value) })}</p>
      <ComparisonTable />
      <p class="summary-note">{words.note}</p>
    </section>
  )
}
