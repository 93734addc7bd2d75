import { clearCompany, keepInBrowser } from '../../state/company.ts'
import { closePanel } from '../../state/panels.ts'
import { knownCount } from '../../state/profile.ts'
import { isSaved } from '../../state/saved-profile.ts'
import { wording } from '../../wording/index.ts'
import { askAnew } from '../ask-anew.ts'
import { Icon } from '../icon.tsx'
import { focusSheet } from '../sheet.tsx'

const hintId = 'keep-hint'

interface Props {
  /** The page itself leads on to the policies. */
  readonly isOnPage?: boolean
}

/** What to do with the facts as a whole: ask with them, keep them, clear them. */
export function CompanyEnd({ isOnPage = false }: Props) {
  const words = wording.value.company
  if (knownCount.value === 0) return null
  const seePolicies = () => {
    closePanel()
    askAnew(words.seeQuestion)
  }
  const clear = () => {
    if (!confirm(words.clearConfirm)) return
    focusSheet()
    clearCompany()
  }
  return (
    <div class="company-end">
      {!isOnPage && (
        <button type="button" class="primary see-policies" onClick={seePolicies}>
          {words.seePolicies}
        </button>
      )}
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={isSaved.value}
          aria-checked={isSaved.value}
          aria-describedby={hintId}
          onChange={(event) => keepInBrowser(event.currentTarget.checked)}
        />
        <span>{words.keep}</span>
      </label>
      <p class="company-note" id={hintId}>
        {words.keepHint}
      </p>
      <button type="button" class="quiet clear" onClick={clear}>
        <Icon name="remove" />
        {words.clear}
      </button>
    </div>
  )
}
