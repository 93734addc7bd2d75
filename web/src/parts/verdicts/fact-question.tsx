import type { FactQuestion as Question } from '../../contract.ts'
import { ask, isAnswering } from '../../state/conversation.ts'
import { languageOf, wording } from '../../wording/index.ts'

/** The one question that settles most. It stands where it is while the rest of an answer comes, and is open after it. */
export function FactQuestion({ question }: { readonly question: Question }) {
  const words = wording.value.factQuestion
  return (
    <section class="fact-question" aria-label={words.label}>
      <p class="fact-question-text" lang={languageOf(question.text)}>
        {question.text}
      </p>
      <ul class="suggestions">
        {question.replies.map(({ label, message }) => (
          <li key={message}>
            <button
              type="button"
              class="chip"
              lang={languageOf(label)}
              disabled={isAnswering.value}
              onClick={() => ask(message)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <p class="fact-question-hint">{words.hint}</p>
    </section>
  )
}
