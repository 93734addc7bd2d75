import { hasNewVersion, isOnline, takeNewVersion } from '../state/application.ts'
import { isAnswering } from '../state/conversation.ts'
import { wording } from '../wording/index.ts'
import { Link } from './frame/link.tsx'

/** What a reader should know of the website itself; nothing moves while an answer is coming. */
export function PageNotice() {
  const { offline, readSaved, newVersion, reload } = wording.value.application
  return (
    <div class="page-notice" role="status">
      {!isOnline.value && (
        <p>
          {offline} <Link to="/saved">{readSaved}</Link>
        </p>
      )}
      {isOnline.value && hasNewVersion() && !isAnswering.value && (
        <p>
          {newVersion}{' '}
          <button type="button" class="link" onClick={takeNewVersion}>
            {reload}
          </button>
        </p>
      )}
    </div>
  )
}
