import { useLayoutEffect, useRef } from 'preact/hooks'
import { Examples } from '../parts/examples.tsx'
import { statusOf, useLiveness } from '../parts/transcript.tsx'
import { isRestoring, turns } from '../state/conversation.ts'
import { wording } from '../wording/index.ts'
import { Exchange } from './exchange.tsx'
import type { WidgetSettings } from './settings.ts'

/** Examples that leave the question box in sight. */
const shownExamples = 3

/** Everything between the head and the question box. */
export function Exchanges({ settings }: { readonly settings: WidgetSettings }) {
  const { transcript } = wording.value
  const all = turns.value
  const newest = all.at(-1)
  const log = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => showNewest(log.current), [newest?.key])
  return (
    <div class="panel-body">
      {all.length === 0 && !isRestoring.value && <Beginning />}
      {isRestoring.value && <p class="restoring">{transcript.restoring}</p>}
      <div class="log" ref={log} role="log" aria-label={transcript.label} aria-live={useLiveness(all)}>
        {all.map((turn) => (
          <Exchange key={turn.key} turn={turn} isLast={turn === newest} settings={settings} />
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {statusOf(newest)}
      </p>
    </div>
  )
}

function Beginning() {
  const { purpose, examplesLabel, examples } = wording.value.welcome
  return (
    <div class="beginning">
      <p class="purpose">{purpose}</p>
      <h3 class="examples-label">{examplesLabel}</h3>
      <Examples examples={examples.slice(0, shownExamples)} />
    </div>
  )
}

/** Reading starts at the question; scrolled here alone, so that the page of the other site stays where it is. */
function showNewest(log: HTMLElement | null): void {
  const turn = log?.lastElementChild
  const body = log?.parentElement
  if (!(turn instanceof HTMLElement) || !body) return
  body.scrollTop = turn.offsetTop
  // The button that asked has gone and took the focus with it.
  const root = body.getRootNode()
  if (root instanceof ShadowRoot && root.activeElement === null)
    turn.querySelector('h3')?.focus({ preventScroll: true })
}
