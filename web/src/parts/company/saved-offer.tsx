import { adoptSaved, keepInBrowser } from '../../state/company.ts'
import { locale } from '../../state/preferences.ts'
import { isSaved, saved } from '../../state/saved-profile.ts'
import { fill, formatDate, wording } from '../../wording/index.ts'
import { focusSheet } from '../sheet.tsx'

/** A profile that this browser kept and that is not in use: to be used again, or deleted. */
export function SavedOffer() {
  const words = wording.value.company
  if (saved.value === null || isSaved.value) return null
  const { savedOn, facts } = saved.value
  const values = { count: Object.keys(facts).length, date: formatDate(savedOn, locale.value) }
  return (
    <div class="saved-offer">
      <button type="button" class="primary" onClick={() => leaveTo(adoptSaved)}>
        {words.useSaved}
      </button>
      <button type="button" class="quiet" onClick={() => leaveTo(() => keepInBrowser(false))}>
        {words.forgetSaved}
      </button>
      <p class="company-note">{fill(words.savedOn, values)}</p>
    </div>
  )
}

/** The offer goes when it is taken or refused. */
function leaveTo(act: () => void): void {
  focusSheet()
  act()
}
