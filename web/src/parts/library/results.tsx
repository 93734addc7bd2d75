import type { PolicyList } from '../../contract.ts'
import type { Fetched } from '../../state/fetched.ts'
import { allStandings, type LibraryQuery, libraryPath } from '../../state/library.ts'
import { fill } from '../../wording/index.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { Link } from '../frame/link.tsx'
import { QuestionLink } from '../question-link.tsx'
import { PolicyEntry } from './policy-entry.tsx'

interface Props {
  readonly query: LibraryQuery
  readonly reply: Fetched<PolicyList>
  /** The latest list; null before the first has come. */
  readonly list: PolicyList | null
  readonly onRetry: () => void
}

/** What was found, and what else there would be. */
export function Results({ query, reply, list, onRetry }: Props) {
  const words = libraryWording.value.results
  return (
    <section class="results" aria-label={words.label} aria-busy={reply.status === 'loading'}>
      {reply.status === 'failed' && (
        <p class="results-failed" role="alert">
          {words.failed}{' '}
          <button type="button" class="secondary" onClick={onRetry}>
            {words.retry}
          </button>
        </p>
      )}
      <p class="results-count" role="status">
        {reply.status === 'loading' && words.loading}
        {reply.status === 'ready' && fill(words.found, { count: reply.value.total })}
      </p>
      {list !== null && reply.status !== 'failed' && <Found query={query} list={list} />}
    </section>
  )
}

function Found({ query, list }: { readonly query: LibraryQuery; readonly list: PolicyList }) {
  const words = libraryWording.value.results
  const hidden = query.standing === '' ? hiddenCount(list) : 0
  return (
    <>
      {list.total === 0 && <Nothing query={query} />}
      <ul class="policy-list">
        {list.policies.map((policy) => (
          <PolicyEntry key={policy.id} policy={policy} asOf={list.asOf} words={query.q} />
        ))}
      </ul>
      {hidden > 0 && (
        <p class="results-hidden">
          {fill(words.hidden, { count: hidden })}{' '}
          <Link to={libraryPath({ ...query, standing: allStandings })}>{words.showHidden}</Link>
        </p>
      )}
    </>
  )
}

function hiddenCount({ total, facets }: PolicyList): number {
  return Object.values(facets.standing).reduce((sum, count) => sum + count, 0) - total
}

function Nothing({ query }: { readonly query: LibraryQuery }) {
  const words = libraryWording.value.results
  return (
    <div class="results-none">
      <h2>{words.noneTitle}</h2>
      <p>{words.none}</p>
      <ul>
        {query.q !== '' && (
          <li>
            <QuestionLink question={query.q}>{fill(words.noneAsk, { q: query.q })}</QuestionLink>
          </li>
        )}
        <li>
          <Link to="/policies">{words.noneReset}</Link>
        </li>
      </ul>
    </div>
  )
}
