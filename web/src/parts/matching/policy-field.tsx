import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { coverage, loadCoverage } from '../../state/coverage.ts'
import { wish } from '../../state/matching.ts'
import { findPolicies, type PolicySummary } from '../../state/policy-search.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'

const inputId = 'matching-policy'
const shownAtOnce = 5

/** The one policy that firms are sought for; a name that is not chosen from the list is looked up by the server. */
export function PolicyField() {
  useEffect(() => void loadCoverage(), [])
  const { policy } = wish.value
  const field = useFocusOnSwap(typeof policy === 'string')
  const choose = (chosen: PolicySummary | string) => {
    wish.value = { ...wish.value, policy: chosen }
  }
  return (
    <fieldset class="policy-field" ref={field}>
      <label class="fact-question-label" for={typeof policy === 'string' ? inputId : undefined}>
        {wording.value.matching.policy}
      </label>
      {typeof policy === 'string' ? (
        <Search sought={policy} onChoose={choose} />
      ) : (
        <Chosen policy={policy} onRemove={() => choose('')} />
      )}
    </fieldset>
  )
}

/** What was tapped has gone: the focus goes to what took its place. */
function useFocusOnSwap(isSearching: boolean) {
  const field = useRef<HTMLFieldSetElement>(null)
  const before = useRef(isSearching)
  useLayoutEffect(() => {
    if (before.current !== isSearching) field.current?.querySelector<HTMLElement>('input, button')?.focus()
    before.current = isSearching
  }, [isSearching])
  return field
}

interface SearchProps {
  readonly sought: string
  readonly onChoose: (policy: PolicySummary) => void
}

function Search({ sought, onChoose }: SearchProps) {
  const words = wording.value.matching
  const policies = coverage.value?.policies ?? []
  const found = findPolicies(policies, sought)
  const chooseFirst = (event: KeyboardEvent) => {
    const [first] = found
    if (event.key !== 'Enter' || event.isComposing || sought === '') return
    // Enter names a policy; it does not yet start the matching.
    event.preventDefault()
    if (first !== undefined) onChoose(first)
  }
  return (
    <>
      <input
        id={inputId}
        class="search"
        type="search"
        autocomplete="off"
        placeholder={words.policyHint}
        value={sought}
        onInput={({ currentTarget }) => {
          wish.value = { ...wish.value, policy: currentTarget.value }
        }}
        onKeyDown={chooseFirst}
      />
      {found.length > 0 && (
        <ul class="fact-choices" aria-label={words.policyFound}>
          {found.slice(0, shownAtOnce).map((policy) => (
            <li key={policy.id}>
              <button
                type="button"
                class="fact-choice"
                lang={languageOf(policy.title)}
                onClick={() => onChoose(policy)}
              >
                {policy.title}
                <Icon name="add" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="company-note" role="status">
        {sought.trim() !== '' && policies.length > 0 && found.length === 0 && words.policyNone}
      </p>
    </>
  )
}

function Chosen({ policy, onRemove }: { readonly policy: PolicySummary; readonly onRemove: () => void }) {
  const words = wording.value.matching
  return (
    <p class="policy-chosen">
      <span lang={languageOf(policy.title)}>{fill(words.policyChosen, { title: policy.title })}</span>
      <button type="button" class="quiet" aria-label={words.policyRemove} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </p>
  )
}
