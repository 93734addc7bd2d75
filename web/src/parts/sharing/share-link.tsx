import { useState } from 'preact/hooks'
import type { ShareReply } from '../../contract.ts'
import { locale } from '../../state/preferences.ts'
import { addressOf } from '../../state/route.ts'
import { fill, formatDate, wording } from '../../wording/index.ts'
import { threadWording } from '../../wording/threads.ts'
import { copyText } from '../copy-text.ts'
import { Icon } from '../icon.tsx'
import { focusSheet } from '../sheet.tsx'

interface Props {
  readonly share: ShareReply
  readonly onEnd: () => void
}

/** The link itself: to copy, and to take back. */
export function ShareLink({ share, onEnd }: Props) {
  const words = threadWording.value.share
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const link = new URL(addressOf(share.path), location.href).href
  const until = fill(words.until, { date: formatDate(share.until, locale.value) })
  const end = () => {
    focusSheet()
    onEnd()
  }
  return (
    <>
      <label class="share-address">
        <span>{words.link}</span>
        <input type="text" readonly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <p class="share-note">
        {until}
        {share.withVerdicts && words.includesVerdicts}
      </p>
      <div class="share-buttons">
        <button
          type="button"
          class="primary"
          onClick={async () => setOutcome((await copyText(link)) ? 'copied' : 'copyFailed')}
        >
          <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
          {words.copy}
        </button>
        <a class="secondary" href={link} target="_blank" rel="noopener">
          {words.look}
          <span class="visually-hidden">{wording.value.citation.newWindow}</span>
        </a>
        <button type="button" class="quiet" onClick={end}>
          <Icon name="remove" />
          {words.end}
        </button>
      </div>
      <p role="status">{outcome !== null && words[outcome]}</p>
    </>
  )
}
