import { ShowCitation } from '../parts/citation-mark.tsx'
import { Notices } from '../parts/notices.tsx'
import { Progress } from '../parts/progress.tsx'
import { Sentences } from '../parts/sentences.tsx'
import { asOfText, Failed, NextFact, Stopped, Suggestions } from '../parts/turn-view.tsx'
import type { Turn } from '../state/turn.ts'
import { languageOf, wording } from '../wording/index.ts'
import { showQuote } from './quote.tsx'
import type { WidgetSettings } from './settings.ts'
import { VerdictList } from './verdict-list.tsx'

interface Props {
  readonly turn: Turn
  readonly isLast: boolean
  readonly settings: WidgetSettings
}

/** One question and its answer, in the room of a card. */
export function Exchange({ turn, isLast, settings }: Props) {
  return (
    <article class="turn" aria-labelledby={turn.key}>
      <h3 class="question" id={turn.key} tabindex={-1} lang={languageOf(turn.question)}>
        <span class="visually-hidden">{wording.value.transcript.asked}</span>
        {turn.question}
      </h3>
      <div class="answer">
        <Notices turn={turn} place="before" />
        <VerdictList turn={turn} settings={settings} />
        <ShowCitation.Provider value={showQuote}>
          <Sentences turn={turn} />
        </ShowCitation.Provider>
        {turn.phase === 'asking' && <Progress step={turn.step} />}
        {turn.phase === 'stopped' && <Stopped turn={turn} />}
        {turn.phase === 'failed' && <Failed turn={turn} />}
        <Answered turn={turn} isLast={isLast} />
      </div>
    </article>
  )
}

function Answered({ turn, isLast }: Omit<Props, 'settings'>) {
  const { answer, factQuestion } = turn
  if (answer === null) return null
  return (
    <>
      <Notices turn={turn} place="after" />
      <NextFact turn={turn} isLast={isLast} />
      {answer.nextQuestion !== null && factQuestion === null && <p class="next-question">{answer.nextQuestion}</p>}
      {isLast && <Suggestions suggestions={answer.suggestions} />}
      <p class="as-of">{asOfText(answer)}</p>
    </>
  )
}
