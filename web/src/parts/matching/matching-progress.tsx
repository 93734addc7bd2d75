import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Matching, stopMatching } from '../../state/matching.ts'
import { fill, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'

type Running = Extract<Matching, { status: 'running' }>

/** How far the matching is, and the way to stop it. */
export function MatchingProgress({ running }: { readonly running: Running }) {
  const words = wording.value.matching
  const stop = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => stop.current?.focus(), [])
  const { name, size, done } = running
  return (
    <div class="matching-progress">
      <p>{size === null ? fill(words.uploading, { name }) : fill(words.firmsAndPolicies, { ...size })}</p>
      {/* Without a value the bar says that something is going on. */}
      <progress aria-label={words.progressLabel} max={size?.firms} value={size === null ? undefined : done} />
      <p class="company-note">{size !== null && fill(words.progress, { done, total: size.firms })}</p>
      <button type="button" class="secondary" ref={stop} onClick={stopMatching}>
        <Icon name="stop" />
        {words.stop}
      </button>
    </div>
  )
}
