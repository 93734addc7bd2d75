import { locale } from '../../state/preferences.ts'
import { removeAnswer, type SavedAnswer } from '../../state/saved-answers.ts'
import { openTurn } from '../../state/turn.ts'
import { fill, formatDate, languageOf, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'
import { Notices } from '../notices.tsx'
import { QuestionLink } from '../question-link.tsx'
import { Sentences } from '../sentences.tsx'
import { Sources } from '../sources.tsx'
import { VerdictTitles } from '../verdicts/verdict-titles.tsx'

/** A kept answer as it was, with its date: a policy may have changed since. */
export function SavedAnswerView({ saved }: { readonly saved: SavedAnswer }) {
  const words = wording.value.saved
  const { id, question, asOf, sentences, citations, notices } = saved
  const turn = { ...openTurn(id, question), phase: 'answered' as const, asOf, sentences, citations, notices }
  return (
    <details class="saved-answer">
      <summary>
        <h2 lang={languageOf(question)}>{question}</h2>
        <span class="saved-date">{fill(words.asOf, { date: formatDate(asOf, locale.value) })}</span>
      </summary>
      <p class="saved-caution">{words.caution}</p>
      <Notices turn={turn} place="before" />
      <VerdictTitles verdicts={saved.verdicts} />
      <Sentences turn={turn} />
      <Notices turn={turn} place="after" />
      <Sources turn={turn} />
      <div class="actions">
        <QuestionLink question={question} class="secondary">
          {words.askAgain}
        </QuestionLink>
        <button type="button" class="quiet" onClick={() => removeAnswer(id)}>
          <Icon name="remove" />
          {words.remove}
          <span class="visually-hidden">{question}</span>
        </button>
      </div>
    </details>
  )
}
