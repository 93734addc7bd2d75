import { useState } from 'preact/hooks'
import type { Assessment } from '../../contract.ts'
import { sumOnCard } from '../../state/benefit-text.ts'
import {
  changeQuery,
  countOf,
  type FacetName,
  facetValues,
  type MatchQuery,
  matchesWithout,
  matchQuery,
  noFilters,
} from '../../state/match-query.ts'
import { locale } from '../../state/preferences.ts'
import { fill, formatYuan, wording } from '../../wording/index.ts'
import { matchesWording } from '../../wording/matches/index.ts'
import { KindFilter } from '../verdicts/kind-filter.tsx'

interface Props {
  readonly all: readonly Assessment[]
  readonly shown: readonly Assessment[]
}

/** What to see, each choice with how many policies it leaves, and in which order. */
export function MatchFilters({ all, shown }: Props) {
  const words = matchesWording.value.filters
  const query = matchQuery.value
  // A phone shows the first policies before the fields, unless one of them is in use.
  const [isOpenAtFirst] = useState(() => matchMedia('(min-width: 48rem)').matches || isInUse(query))
  return (
    <section class="match-filters" aria-label={words.label}>
      <KindFilter
        verdicts={matchesWithout(all, query, 'kind')}
        chosen={query.kind}
        onChoose={(kind) => changeQuery({ kind })}
      />
      <details class="filters" open={isOpenAtFirst}>
        <summary>{words.label}</summary>
        <div class="filter-fields">
          <Facet
            all={all}
            name="verdict"
            nameOf={(value) => (value === 'all' ? words.any : wording.value.verdicts.groups[value])}
          />
          <Facet
            all={all}
            name="level"
            nameOf={(value) => (value === 'all' ? words.any : wording.value.verdicts.levels[value])}
          />
          <Facet all={all} name="window" nameOf={(value) => (value === 'all' ? words.any : words.windows[value])} />
          <Facet all={all} name="atLeast" nameOf={amountName} />
          <SortField />
        </div>
      </details>
      {query.atLeast !== 'all' && <AmountNote all={all} />}
      <p class={shown.length < all.length ? 'filter-count' : 'filter-count visually-hidden'} role="status">
        {fill(words.shown, { shown: shown.length, total: all.length })}
      </p>
      {shown.length < all.length && (
        <button type="button" class="text-button" onClick={() => changeQuery(noFilters)}>
          {words.reset}
        </button>
      )}
    </section>
  )
}

function isInUse({ kind: _kind, view: _view, ...fields }: MatchQuery): boolean {
  return Object.entries(fields).some(([, value]) => value !== 'all' && value !== 'useful')
}

interface FacetProps<Name extends FacetName> {
  readonly all: readonly Assessment[]
  readonly name: Name
  readonly nameOf: (value: MatchQuery[Name]) => string
}

function Facet<Name extends Exclude<FacetName, 'kind'>>({ all, name, nameOf }: FacetProps<Name>) {
  const words = matchesWording.value.filters
  const found = matchesWithout(all, matchQuery.value, name)
  // The values of a facet are those that the address may have for it.
  const values = facetValues[name] as readonly MatchQuery[Name][]
  return (
    <label>
      <span>{words[name]}</span>
      <select
        name={name}
        value={matchQuery.value[name]}
        onChange={({ currentTarget }) => changeQuery({ [name]: currentTarget.value })}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {fill(words.option, { name: nameOf(value), count: countOf(found, name, value) })}
          </option>
        ))}
      </select>
    </label>
  )
}

function amountName(value: MatchQuery['atLeast']): string {
  const words = matchesWording.value.filters
  if (value === 'all') return words.any
  return fill(words.amount, { amount: formatYuan(Number(value), locale.value, wording.value.values.yuan) })
}

function SortField() {
  const words = matchesWording.value.filters
  return (
    <label>
      <span>{words.sort}</span>
      <select
        name="sort"
        value={matchQuery.value.sort}
        onChange={({ currentTarget }) =>
          changeQuery({ sort: facetValues.sort.find((sort) => sort === currentTarget.value) ?? 'useful' })
        }
      >
        {facetValues.sort.map((sort) => (
          <option key={sort} value={sort}>
            {words.sorts[sort]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What has no figure cannot be compared: it is counted, not passed over. */
function AmountNote({ all }: Pick<Props, 'all'>) {
  const without = matchesWithout(all, matchQuery.value, 'atLeast').filter((each) => sumOnCard(each) === null)
  return <p class="company-note">{fill(matchesWording.value.filters.amountNote, { count: without.length })}</p>
}
