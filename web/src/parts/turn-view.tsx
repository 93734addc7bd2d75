import type { Answer } from '../contract.ts'
import { ask, retry, undoCorrection } from '../state/conversation.ts'
import { dropped } from '../state/correction.ts'
import { locale } from '../state/preferences.ts'
import type { Turn } from '../state/turn.ts'
import { fill, formatDate, languageOf, wording } from '../wording/index.ts'
import { AnswerActions } from './answer-actions.tsx'
import { CorrectQuestion } from './correct-question.tsx'
import { Icon } from './icon.tsx'
import { asOfCode, Notices } from './notices.tsx'
import { Progress } from './progress.tsx'
import { Sentences } from './sentences.tsx'
import { Sources } from './sources.tsx'
import { FactQuestion } from './verdicts/fact-question.tsx'
import { Verdicts } from './verdicts/verdicts.tsx'

/** One question and its answer, as far as it has come. */
export function TurnView({ turn, isLast }: { readonly turn: Turn; readonly isLast: boolean }) {
  return (
    <article class="turn" aria-labelledby={turn.key}>
      <div class="asked">
        <h2 class="question" id={turn.key} tabindex={-1} lang={languageOf(turn.question)}>
          <span class="visually-hidden">{wording.value.transcript.asked}</span>
          {turn.question}
        </h2>
        {turn.phase !== 'asking' && <CorrectQuestion turn={turn} />}
      </div>
      <div class="answer">
        <Notices turn={turn} place="before" />
        <Verdicts turn={turn}>
          <NextFact turn={turn} isLast={isLast} />
        </Verdicts>
        <Sentences turn={turn} />
        <Ending turn={turn} isLast={isLast} />
      </div>
    </article>
  )
}

function Ending({ turn, isLast }: { readonly turn: Turn; readonly isLast: boolean }) {
  switch (turn.phase) {
    case 'asking':
      return <Progress step={turn.step} />
    case 'stopped':
      return <Stopped turn={turn} />
    case 'failed':
      return <Failed turn={turn} />
    case 'answered':
      return turn.answer && <Answered turn={turn} answer={turn.answer} isLast={isLast} />
  }
}

interface AnsweredProps {
  readonly turn: Turn
  readonly answer: Answer
  readonly isLast: boolean
}

function Answered({ turn, answer, isLast }: AnsweredProps) {
  const words = wording.value.answer
  return (
    <>
      <Notices turn={turn} place="after" />
      {turn.verdicts.length === 0 && <NextFact turn={turn} isLast={isLast} />}
      {answer.nextQuestion !== null && turn.factQuestion === null && <p class="next-question">{answer.nextQuestion}</p>}
      {isLast && <Suggestions suggestions={answer.suggestions} />}
      <Sources turn={turn} />
      <p class="as-of">
        {asOfText(answer)}
        {!answer.completeness.complete && answer.completeness.total > 1 && (
          <span> · {fill(words.completeness, answer.completeness as { answered: number; total: number })}</span>
        )}
      </p>
      <AnswerActions turn={turn} answer={answer} />
      {answer.status === 'failed' && <RetryButton turn={turn} label={wording.value.problems.retry} />}
    </>
  )
}

/** Asked only under the latest answer: what was asked before has been answered or passed over. */
export function NextFact({ turn, isLast }: { readonly turn: Turn; readonly isLast: boolean }) {
  if (!isLast || turn.factQuestion === null) return null
  return <FactQuestion question={turn.factQuestion} />
}

/** The answer's own words on its date, where it has some. */
export function asOfText({ notices, asOf }: Answer): string {
  const notice = notices.find(({ code }) => code === asOfCode)
  return notice?.text ?? fill(wording.value.answer.asOf, { date: formatDate(asOf, locale.value) })
}

export function Suggestions({ suggestions }: { readonly suggestions: readonly string[] }) {
  if (suggestions.length === 0) return null
  return (
    <ul class="suggestions" aria-label={wording.value.answer.suggestions}>
      {suggestions.map((suggestion) => (
        <li key={suggestion}>
          <button type="button" class="chip" lang={languageOf(suggestion)} onClick={() => ask(suggestion)}>
            {suggestion}
          </button>
        </li>
      ))}
    </ul>
  )
}

export function Stopped({ turn }: { readonly turn: Turn }) {
  const words = wording.value.answer
  return (
    <div class="stopped">
      <p>{turn.sentences.length > 0 ? words.stopped : words.stoppedEmpty}</p>
      <RetryButton turn={turn} label={words.retry} />
      <UndoButton />
    </div>
  )
}

export function Failed({ turn }: { readonly turn: Turn }) {
  const { problems } = wording.value
  const { kind = 'server', message = '' } = turn.problem ?? {}
  // What the server says of a missing conversation is meant for programs.
  const isWorded = message !== '' && kind !== 'gone'
  return (
    <div class="problem" role="alert">
      <p>{isWorded ? message : problems[kind]}</p>
      <RetryButton turn={turn} label={problems.retry} />
      <UndoButton />
    </div>
  )
}

/** A corrected question that got no answer has replaced nothing yet. */
function UndoButton() {
  if (dropped.value === null) return null
  return (
    <button type="button" class="secondary" onClick={undoCorrection}>
      {wording.value.correct.undo}
    </button>
  )
}

function RetryButton({ turn, label }: { readonly turn: Turn; readonly label: string }) {
  return (
    <button type="button" class="secondary" onClick={() => retry(turn)}>
      <Icon name="retry" />
      {label}
    </button>
  )
}
