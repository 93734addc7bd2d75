import { useRef } from 'preact/hooks'
import type { PolicyList } from '../contract.ts'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { Filters } from '../parts/library/filters.tsx'
import { Results } from '../parts/library/results.tsx'
import { SearchForm } from '../parts/library/search-form.tsx'
import { useFetched } from '../state/fetched.ts'
import { policyLists, readLibraryQuery, serverQuery } from '../state/library.ts'
import { locale } from '../state/preferences.ts'
import { visit } from '../state/route.ts'
import { fill, formatDate } from '../wording/index.ts'
import { libraryWording } from '../wording/library/index.ts'
import '../styles/library.css'

/** All policies, to be searched and narrowed down; the address says what is looked for. */
export default function PoliciesPage() {
  const words = libraryWording.value
  const query = readLibraryQuery(visit.value.query)
  const key = serverQuery(query)
  const reply = useFetched(policyLists, key)
  const list = useLatest(reply.status === 'ready' ? reply.value : null)
  return (
    <main class="main plain-page library" id="main">
      <PageHeading title={words.title} />
      {list !== null && (
        <p class="library-intro">
          {fill(words.intro, { asOf: formatDate(list.asOf, locale.value) })} {words.chineseOnly}
        </p>
      )}
      <SearchForm query={query} />
      <div class="library-body">
        <Filters query={query} list={list} />
        <Results query={query} reply={reply} list={list} onRetry={() => void policyLists.load(key)} />
      </div>
    </main>
  )
}

/** What is shown stays until what comes next is there. */
function useLatest(list: PolicyList | null): PolicyList | null {
  const latest = useRef(list)
  if (list !== null) latest.current = list
  return latest.current
}
