import { savedAnswers } from '../../state/saved-answers.ts'
import { fill, wording } from '../../wording/index.ts'
import { Link } from '../frame/link.tsx'

/** Leads to the answers kept on this device, where there are any. */
export function SavedLink() {
  const { length: count } = savedAnswers.value
  if (count === 0) return null
  return (
    <p class="saved-link">
      <Link to="/saved">{fill(wording.value.saved.link, { count })}</Link>
    </p>
  )
}
