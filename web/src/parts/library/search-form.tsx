import { useEffect, useRef } from 'preact/hooks'
import { type LibraryQuery, libraryPath } from '../../state/library.ts'
import { goTo } from '../../state/route.ts'
import { libraryWording } from '../../wording/library/index.ts'

const inputId = 'library-search'
const hintId = 'library-search-hint'

/** Words to find policies by; the filters stay as they are. */
export function SearchForm({ query }: { readonly query: LibraryQuery }) {
  const { label, hint, submit } = libraryWording.value.search
  const input = useRef<HTMLInputElement>(null)
  // Going back changes the words as well.
  useEffect(() => {
    if (input.current) input.current.value = query.q
  }, [query.q])
  const search = (event: Event) => {
    event.preventDefault()
    goTo(libraryPath({ ...query, q: input.current?.value.trim() ?? '' }))
  }
  return (
    <search>
      <form class="library-search" onSubmit={search}>
        <label for={inputId}>{label}</label>
        <div class="library-search-row">
          <input
            id={inputId}
            ref={input}
            type="search"
            maxlength={100}
            enterkeyhint="search"
            autocomplete="off"
            aria-describedby={hintId}
          />
          <button type="submit" class="primary">
            {submit}
          </button>
        </div>
        <p id={hintId} class="library-hint">
          {hint}
        </p>
      </form>
    </search>
  )
}
