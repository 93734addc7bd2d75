import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { beginAnew, type MatchResult } from '../../state/matching.ts'
import { locale } from '../../state/preferences.ts'
import { fill, formatDate, formatNumber, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'
import { focusSheet } from '../sheet.tsx'
import { ListProblems } from './list-problems.tsx'

interface Props {
  readonly result: MatchResult
  readonly seconds: number
  readonly isForOnePolicy: boolean
}

/** What came out of a list: how many, where to get it, and what was not understood. */
export function MatchingResult({ result, seconds, isForOnePolicy }: Props) {
  const words = wording.value.matching
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const { firms, policies, asOf, firmsWithEligible } = result.summary
  const values = { firms: number(firms), policies: number(policies), seconds: secondsText(seconds) }
  const someFit = isForOnePolicy ? words.withEligibleOf : words.withEligible
  const withEligible = firmsWithEligible === 0 ? words.withEligibleNone : someFit
  return (
    <div class="match-result">
      <h3 tabindex={-1} ref={heading}>
        {words.done}
      </h3>
      <p>{fill(words.summary, { ...values, asOf: formatDate(asOf, locale.value) })}</p>
      <Counts result={result} />
      <p>{fill(withEligible, { count: number(firmsWithEligible) })}</p>
      <Download address={result.download} />
      <ListProblems result={result} />
      <Columns result={result} />
      <button type="button" class="secondary" onClick={leave}>
        <Icon name="upload" />
        {words.again}
      </button>
    </div>
  )
}

function Counts({ result: { summary } }: { readonly result: MatchResult }) {
  const { countUnit } = wording.value.matching
  const { groups } = wording.value.verdicts
  return (
    <dl class="match-counts">
      {(['eligible', 'undetermined', 'ineligible'] as const).map((verdict) => (
        <div key={verdict} class={`tag-${verdict}`}>
          <dt>{groups[verdict]}</dt>
          <dd>{fill(countUnit, { count: number(summary.counts[verdict]) })}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The result is given out once. */
function Download({ address }: { readonly address: string }) {
  const { download, downloadNote, downloadBegun } = wording.value.matching
  const [hasBegun, setHasBegun] = useState(false)
  return (
    <>
      {/* Relative, as all addresses of the page are. */}
      <a class="primary download" href={address.replace(/^\//, '')} download="" onClick={() => setHasBegun(true)}>
        <Icon name="download" />
        {download}
      </a>
      <p class="company-note" role="status">
        {hasBegun ? downloadBegun : downloadNote}
      </p>
    </>
  )
}

function Columns({ result: { summary } }: { readonly result: MatchResult }) {
  const { usedColumns, unusedColumns, columnAs } = wording.value.matching
  const { separator } = wording.value.values
  const used = summary.columns.map(({ header, label }) =>
    header === label ? header : fill(columnAs, { header, label }),
  )
  const { unknownColumns } = summary
  return (
    <>
      <p class="company-note">{fill(usedColumns, { columns: used.join(separator) })}</p>
      {unknownColumns.length > 0 && (
        <p class="company-note">{fill(unusedColumns, { columns: unknownColumns.join(separator) })}</p>
      )}
    </>
  )
}

function leave(): void {
  focusSheet()
  beginAnew()
}

function number(value: number): string {
  return formatNumber(value, locale.value)
}

function secondsText(seconds: number): string {
  return number(Math.max(0.1, Math.round(seconds * 10) / 10))
}
