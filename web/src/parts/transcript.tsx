import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { eraseConversation, isAnswering, isRestoring, turns } from '../state/conversation.ts'
import type { Turn } from '../state/turn.ts'
import { countsText } from '../state/verdict-text.ts'
import { fill, shownText, wording } from '../wording/index.ts'
import { Link } from './frame/link.tsx'
import { PageHeading } from './frame/page-heading.tsx'
import { TurnView } from './turn-view.tsx'
import { useReadingPlace } from './use-reading-place.ts'
import { Welcome } from './welcome.tsx'

/** The conversation, or the welcome while there is none. */
export function Transcript() {
  const log = useRef<HTMLDivElement>(null)
  const { transcript } = wording.value
  const all = turns.value
  useReadingPlace(log, all)
  return (
    <main class="main" id="main">
      <PageHeading title={wording.value.navigation.places.chat} class="visually-hidden" />
      {all.length === 0 && !isRestoring.value && <Welcome />}
      {isRestoring.value && <p class="restoring">{transcript.restoring}</p>}
      <div class="log" ref={log} role="log" aria-label={transcript.label} aria-live={useLiveness(all)}>
        {all.map((turn, index) => (
          <TurnView key={turn.key} turn={turn} isLast={index === all.length - 1} />
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {statusOf(all.at(-1))}
      </p>
      {all.length > 0 && <EraseButton />}
    </main>
  )
}

/** Restored exchanges are not news: the log speaks only of what comes after them. */
export function useLiveness(all: readonly Turn[]): 'off' | 'polite' {
  const [liveness, setLiveness] = useState<'off' | 'polite'>('off')
  const hasNews = all.some(({ phase }) => phase !== 'answered')
  useLayoutEffect(() => {
    if (hasNews) setLiveness('polite')
  }, [hasNews])
  return liveness
}

export function statusOf(turn: Turn | undefined): string {
  const { transcript } = wording.value
  if (turn?.phase === 'asking') return transcript.asking
  if (turn?.phase !== 'answered') return ''
  const text = fill(transcript.answered, { sentences: turn.sentences.length, citations: turn.citations.length })
  if (turn.verdicts.length === 0) return text
  return fill(transcript.judged, { text, counts: countsText(turn.verdicts, turn.asOf ?? '') })
}

function EraseButton() {
  const { transcript } = wording.value
  const [hasFailed, setHasFailed] = useState(false)
  const erase = async () => {
    if (!confirm(shownText.value(transcript.eraseConfirm))) return
    await eraseConversation().catch(() => setHasFailed(true))
  }
  return (
    <div class={isAnswering.value ? 'erase waiting' : 'erase'}>
      <Link to="/history" class="link">
        {transcript.history}
      </Link>
      <button type="button" class="link" onClick={erase}>
        {transcript.erase}
      </button>
      <span role="status">{hasFailed && transcript.eraseFailed}</span>
    </div>
  )
}
