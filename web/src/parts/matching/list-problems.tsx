import type { MatchResult } from '../../state/matching.ts'
import { locale } from '../../state/preferences.ts'
import { fill, formatNumber, languageOf, wording } from '../../wording/index.ts'

const shownAtOnce = 10

type Problem = MatchResult['problems'][number]

/** What was not understood in the list: where it stands, what is wrong, and what was written. */
export function ListProblems({ result: { problems, summary } }: { readonly result: MatchResult }) {
  const words = wording.value.matching
  if (problems.length === 0) return null
  const rest = problems.slice(shownAtOnce)
  return (
    <section class="list-problems">
      <h3>{fill(words.problems, { count: formatNumber(summary.problems, locale.value) })}</h3>
      <Problems problems={problems.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details class="folded">
          <summary>{fill(words.moreProblems, { count: rest.length })}</summary>
          <Problems problems={rest} />
        </details>
      )}
      {summary.problems > problems.length && (
        <p class="company-note">{fill(words.problemsCut, { count: problems.length })}</p>
      )}
    </section>
  )
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const words = wording.value.matching
  return (
    <ul>
      {problems.map(({ row, column, value, message }) => (
        <li key={`${row} ${column}`}>
          <strong>{fill(words.problem, { row, column })}</strong>
          <span lang={languageOf(message)}>{message}</span>
          {value !== '' && <span class="condition-note">{fill(words.problemValue, { value })}</span>}
        </li>
      ))}
    </ul>
  )
}
