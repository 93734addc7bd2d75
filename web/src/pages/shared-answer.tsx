import { useEffect, useState } from 'preact/hooks'
import type { SharedReply } from '../contract.ts'
import { Link } from '../parts/frame/link.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { asOfCode, Notices } from '../parts/notices.tsx'
import { Sentences } from '../parts/sentences.tsx'
import { LaterChanges } from '../parts/sharing/later-changes.tsx'
import { Sources } from '../parts/sources.tsx'
import { VerdictTitles } from '../parts/verdicts/verdict-titles.tsx'
import { ServerProblem } from '../server/problem.ts'
import { fetchShared } from '../server/threads.ts'
import { locale } from '../state/preferences.ts'
import { sharedTurn } from '../state/shared-turn.ts'
import { fill, formatDate, languageOf, wording } from '../wording/index.ts'
import { threadWording } from '../wording/threads.ts'
import type { PageProps } from './pages.ts'
import '../styles/shared.css'

type Outcome = SharedReply | 'loading' | 'gone' | 'failed'

/** One answer that somebody passed on, as it was, and what has changed since. */
export default function SharedAnswerPage({ id }: PageProps) {
  const words = threadWording.value.shared
  const [outcome, setOutcome] = useState<Outcome>('loading')
  const load = () => {
    setOutcome('loading')
    fetchShared(id).then(setOutcome, (error: unknown) => {
      setOutcome(error instanceof ServerProblem && error.kind === 'gone' ? 'gone' : 'failed')
    })
  }
  useEffect(load, [id])
  return (
    <main class="main plain-page shared" id="main">
      <PageHeading title={words.title} />
      {typeof outcome === 'string' ? <p role="status">{words[outcome]}</p> : <Shared reply={outcome} />}
      {outcome === 'failed' && (
        <button type="button" class="secondary" onClick={load}>
          {wording.value.problems.retry}
        </button>
      )}
      {outcome !== 'loading' && (
        <p class="shared-end">
          <Link to="/chat">{words.ask}</Link>
        </p>
      )}
    </main>
  )
}

function Shared({ reply }: { readonly reply: SharedReply }) {
  const words = threadWording.value.shared
  const { answer, sharedOn, until } = reply
  const turn = sharedTurn(answer)
  const day = (date: string) => formatDate(date, locale.value)
  return (
    <>
      <p class="shared-note">
        {fill(words.note, { sharedOn: day(sharedOn), asOf: day(answer.asOf), until: day(until) })}
      </p>
      <LaterChanges reply={reply} />
      <article class="turn" aria-labelledby="shared-question">
        <h2 class="question" id="shared-question" lang={languageOf(answer.question)}>
          <span class="visually-hidden">{words.asked}</span>
          {answer.question}
        </h2>
        <div class="answer">
          <Notices turn={turn} place="before" />
          <VerdictTitles verdicts={answer.verdicts} />
          <Sentences turn={turn} />
          <Notices turn={turn} place="after" />
          <Sources turn={turn} />
          <p class="as-of">
            {answer.notices.find(({ code }) => code === asOfCode)?.text ??
              fill(wording.value.answer.asOf, { date: day(answer.asOf) })}
          </p>
        </div>
      </article>
    </>
  )
}
