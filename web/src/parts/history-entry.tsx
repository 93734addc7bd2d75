import type { ConversationList } from '../contract.ts'
import { openConversation } from '../state/conversation.ts'
import { locale } from '../state/preferences.ts'
import { fill, languageOf } from '../wording/index.ts'
import { threadWording } from '../wording/threads.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly entry: ConversationList['conversations'][number]
  readonly onRemove: () => void
}

/** One earlier conversation: its first question opens it. */
export function HistoryEntry({ entry: { id, question, askedAt, turnCount }, onRemove }: Props) {
  const words = threadWording.value.history
  return (
    <li class="history-entry">
      <button type="button" class="history-open" onClick={() => openConversation(id)}>
        <span class="history-question" lang={languageOf(question)}>
          {question}
        </span>
        <span class="history-facts">
          <time dateTime={askedAt}>{formatInstant(askedAt)}</time> · {fill(words.count, { count: turnCount })}
        </span>
      </button>
      <button type="button" class="quiet" aria-label={fill(words.remove, { question })} onClick={onRemove}>
        <Icon name="remove" />
      </button>
    </li>
  )
}

function formatInstant(instant: string): string {
  const format = new Intl.DateTimeFormat(locale.value === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  })
  return format.format(new Date(instant))
}
