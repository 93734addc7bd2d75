import type { PolicyList } from '../../contract.ts'
import { allStandings, choicesOf, type Facet, facets, type LibraryQuery, libraryPath } from '../../state/library.ts'
import { fill } from '../../wording/index.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { Link } from '../frame/link.tsx'
import { Icon } from '../icon.tsx'
import { useWideScreen } from '../use-wide-screen.ts'

interface Props {
  readonly query: LibraryQuery
  readonly list: PolicyList | null
}

/** The ways to narrow the list down: beside it where there is room, folded above it where there is not. */
export function Filters({ query, list }: Props) {
  const words = libraryWording.value.filters
  const isWide = useWideScreen()
  const count = facets.filter((facet) => query[facet] !== '').length
  return (
    <details class="filters" open={isWide}>
      <summary>
        <h2>{count === 0 ? words.title : fill(words.titleActive, { count })}</h2>
        <Icon name="unfold" />
      </summary>
      {facets.map((facet) => (
        <FacetChoices key={facet} facet={facet} query={query} list={list} />
      ))}
      {count > 0 && (
        <p>
          <Link to={libraryPath({ q: query.q })}>{words.reset}</Link>
        </p>
      )}
    </details>
  )
}

interface FacetProps extends Props {
  readonly facet: Facet
}

function FacetChoices({ facet, query, list }: FacetProps) {
  const words = libraryWording.value.filters
  const counts = list?.facets[facet] ?? {}
  const choices = Object.entries(choicesOf(facet)).filter(([value]) => value in counts || value === query[facet])
  if (choices.length === 0) return null
  const id = `filter-${facet}`
  const offered = facet === 'standing' ? standingChoices(choices) : [{ value: '', name: words.all }, ...named(choices)]
  return (
    <section class="facet">
      <h3 id={id}>{words[facet]}</h3>
      <ul aria-labelledby={id}>
        {offered.map(({ value, name }) => (
          <Choice key={value} to={libraryPath({ ...query, [facet]: value })} isChosen={query[facet] === value}>
            {name} <ChoiceCount count={countOf(facet, value, counts)} />
          </Choice>
        ))}
      </ul>
    </section>
  )
}

interface ChoiceProps {
  readonly to: string
  readonly isChosen: boolean
  readonly children: preact.ComponentChildren
}

function Choice({ to, isChosen, children }: ChoiceProps) {
  return (
    <li>
      <Link to={to} class="chip" aria-current={isChosen ? 'true' : undefined}>
        {children}
      </Link>
    </li>
  )
}

function ChoiceCount({ count }: { readonly count: number | null }) {
  return count === null ? null : <span class="chip-count">{count}</span>
}

function named(choices: readonly (readonly [string, string])[]) {
  return choices.map(([value, name]) => ({ value, name }))
}

/** What applies comes first, as one; everything that does not apply is hidden behind its own choice. */
function standingChoices(choices: readonly (readonly [string, string])[]) {
  const { applicable, all } = libraryWording.value.filters
  const others = choices.filter(([value]) => value !== allStandings)
  return [{ value: '', name: applicable }, ...named(others), { value: allStandings, name: all }]
}

/** Not every policy has a part, so "all" of a facet is not the sum of its choices, but of the standings it is. */
function countOf(facet: Facet, value: string, counts: Readonly<Record<string, number>>): number | null {
  if (value === allStandings) return Object.values(counts).reduce((total, count) => total + count, 0)
  if (value !== '') return counts[value] ?? 0
  return facet === 'standing' ? (counts['in-force'] ?? 0) + (counts.unverified ?? 0) : null
}
