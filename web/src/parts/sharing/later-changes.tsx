import type { SharedReply } from '../../contract.ts'
import { locale } from '../../state/preferences.ts'
import { fill, formatDate, wording } from '../../wording/index.ts'
import { threadWording } from '../../wording/threads.ts'

type Change = SharedReply['changes'][number]

/** What has changed in the cited passages since the answer was given. */
export function LaterChanges({ reply: { answer, changes, checkedOn } }: { readonly reply: SharedReply }) {
  const words = threadWording.value.shared
  const date = formatDate(checkedOn, locale.value)
  if (answer.citations.length === 0) return null
  if (changes.length === 0) return <p class="shared-note">{fill(words.unchanged, { date })}</p>
  const titles = new Map(answer.citations.map(({ id, title }) => [id, title]))
  return (
    <section class="later-changes" aria-labelledby="later-changes">
      <h2 id="later-changes">{words.changed}</h2>
      <ul>
        {groupChanges(changes, titles).map(({ title, marks, change }) => (
          <li key={marks}>{fill(words.change, { title, marks, what: whatOf(change) })}</li>
        ))}
      </ul>
      <p>{fill(words.changedNote, { date })}</p>
    </section>
  )
}

/** Changes of one document that say the same are told once. */
function groupChanges(changes: readonly Change[], titles: ReadonlyMap<string, string>) {
  const groups = new Map<string, { title: string; marks: string; change: Change }>()
  for (const change of changes) {
    const title = titles.get(change.citation) ?? ''
    const key = `${title} ${whatOf(change)}`
    groups.set(key, { title, change, marks: `${groups.get(key)?.marks ?? ''}[${change.citation}]` })
  }
  return [...groups.values()]
}

function whatOf({ kind, standing, newer }: Change): string {
  const { shared } = threadWording.value
  const { standings } = wording.value
  const what = standing === null ? shared.withdrawn : textOf(kind, standings[standing])
  return newer === null ? what : fill(shared.newer, { what, title: newer.title })
}

function textOf(kind: Change['kind'], standing: string): string {
  const { shared } = threadWording.value
  return kind === 'text' || kind === 'ended' ? shared[kind] : fill(shared.stands, { standing })
}
