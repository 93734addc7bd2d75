import { useEffect, useState } from 'preact/hooks'
import type { ConversationList } from '../contract.ts'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { HistoryEntry } from '../parts/history-entry.tsx'
import { deleteConversation } from '../server/server.ts'
import { deleteConversations, fetchConversations } from '../server/threads.ts'
import { startAnew } from '../state/conversation.ts'
import { recallConversation } from '../state/conversation-memory.ts'
import { goTo } from '../state/route.ts'
import { wording } from '../wording/index.ts'
import { threadWording } from '../wording/threads.ts'
import '../styles/history.css'

type Entries = ConversationList['conversations']

/** This reader's earlier conversations: to open, and to delete. */
export default function HistoryPage() {
  const words = threadWording.value.history
  const [entries, setEntries] = useState<Entries | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [message, setMessage] = useState('')

  const load = async (after: string | null) => {
    try {
      const page = await fetchConversations(after)
      setEntries((before) => [...((after !== null && before) || []), ...page.conversations])
      setNext(page.next)
      setMessage('')
    } catch {
      setMessage(words.failed)
    }
  }
  useEffect(() => void load(null), [])

  const remove = async (id: string) => {
    if (!confirm(wording.value.transcript.eraseConfirm)) return
    try {
      await deleteConversation(id)
      if (recallConversation() === id) startAnew()
      setEntries((before) => before?.filter((entry) => entry.id !== id) ?? null)
      setMessage(words.removed)
      focusHeading()
    } catch {
      setMessage(wording.value.transcript.eraseFailed)
    }
  }
  const removeAll = async () => {
    if (!confirm(words.removeAllConfirm)) return
    try {
      await deleteConversations()
      startAnew()
      setEntries([])
      setNext(null)
      setMessage(words.removedAll)
      focusHeading()
    } catch {
      setMessage(wording.value.transcript.eraseFailed)
    }
  }
  const begin = () => {
    startAnew()
    goTo('/chat')
  }

  return (
    <main class="main plain-page history" id="main">
      <PageHeading title={words.title} />
      <p>{words.note}</p>
      <button type="button" class="primary" onClick={begin}>
        {wording.value.header.startAnew}
      </button>
      <p class="history-message" role="status">
        {message}
      </p>
      {entries === null && message === '' && <p>{words.loading}</p>}
      {entries === null && message !== '' && (
        <button type="button" class="secondary" onClick={() => load(null)}>
          {wording.value.problems.retry}
        </button>
      )}
      {entries?.length === 0 && <p>{words.none}</p>}
      {entries !== null && entries.length > 0 && (
        <ul class="history-list" aria-label={words.title}>
          {entries.map((entry) => (
            <HistoryEntry key={entry.id} entry={entry} onRemove={() => remove(entry.id)} />
          ))}
        </ul>
      )}
      {next !== null && (
        <button type="button" class="secondary" onClick={() => load(next)}>
          {words.more}
        </button>
      )}
      {entries !== null && entries.length > 0 && (
        <p class="history-end">
          <button type="button" class="quiet" onClick={removeAll}>
            {words.removeAll}
          </button>
        </p>
      )}
    </main>
  )
}

/** The control that removed has gone. */
function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}
