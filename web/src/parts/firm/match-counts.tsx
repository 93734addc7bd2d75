import { matches } from '../../state/matches.ts'
import { firmWording } from '../../wording/firm/index.ts'
import { fill, wording } from '../../wording/index.ts'
import { Link } from '../frame/link.tsx'

const verdicts = ['eligible', 'undetermined', 'ineligible'] as const

/** How many policies fit, always in sight, so that each answer shows what it did. */
export function MatchCounts() {
  const words = firmWording.value.counts
  const { status, reply } = matches.state.value
  return (
    <section class="match-counts" aria-label={words.label} aria-busy={status === 'running'}>
      {reply !== null && (
        <ul aria-hidden="true">
          {verdicts.map((verdict) => (
            <li key={verdict} class={`count-${verdict}`}>
              <strong>{reply.counts[verdict]}</strong> {wording.value.verdicts.groups[verdict]}
            </li>
          ))}
        </ul>
      )}
      <p class={status === 'done' ? 'visually-hidden' : ''} role="status">
        {status === 'running' && words.running}
        {status === 'failed' && words.failed}
        {status === 'done' && reply !== null && fill(words.said, reply.counts)}
      </p>
      {status === 'failed' && (
        <button type="button" class="text-button" onClick={matches.retry}>
          {words.retry}
        </button>
      )}
      <Link to="/matches">{words.see}</Link>
    </section>
  )
}
