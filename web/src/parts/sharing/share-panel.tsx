import { useEffect, useState } from 'preact/hooks'
import type { Answer, ShareReply } from '../../contract.ts'
import { ServerProblem } from '../../server/problem.ts'
import { endShare, fetchShare, shareAnswer } from '../../server/threads.ts'
import { closePanel } from '../../state/panels.ts'
import { locale } from '../../state/preferences.ts'
import type { Turn } from '../../state/turn.ts'
import { fill, formatDate, languageOf, wording } from '../../wording/index.ts'
import { threadWording } from '../../wording/threads.ts'
import { Sheet } from '../sheet.tsx'
import { ShareLink } from './share-link.tsx'

const titleId = 'share-title'

interface Props {
  readonly turn: Turn
  readonly answer: Answer
}

/** Makes a link to one answer: first what others will see, then the link, and the way to take it back. */
export default function SharePanel({ turn, answer }: Props) {
  const words = threadWording.value.share
  const ids = { conversationId: answer.conversationId, answerId: answer.id }
  const [share, setShare] = useState<ShareReply | null | 'loading'>('loading')
  const [problem, setProblem] = useState<string | null>(null)
  const [isEnded, setIsEnded] = useState(false)
  const attempt = async (work: () => Promise<ShareReply | null>) => {
    setProblem(null)
    try {
      setShare(await work())
    } catch (error) {
      setProblem(problemText(error))
    }
  }
  useEffect(
    () => void attempt(() => fetchShare(ids)).then(() => setShare((now) => (now === 'loading' ? null : now))),
    [],
  )
  const end = async () => {
    await attempt(() => endShare(ids).then(() => null))
    setIsEnded(true)
  }
  return (
    <Sheet
      titleId={titleId}
      head={<h2 id={titleId}>{words.title}</h2>}
      closeLabel={words.close}
      bodyLabel={words.title}
      onClose={closePanel}
    >
      <div class="share">
        <Preview turn={turn} />
        {share === null && (
          <MakeLink
            hasVerdicts={turn.verdicts.length > 0}
            isEnded={isEnded}
            onMake={(withVerdicts) => attempt(() => shareAnswer(ids, withVerdicts))}
          />
        )}
        {share !== null && share !== 'loading' && <ShareLink share={share} onEnd={end} />}
        {problem !== null && (
          <p class="wrong" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Sheet>
  )
}

function Preview({ turn }: { readonly turn: Turn }) {
  const words = threadWording.value.share
  const values = {
    sentences: turn.sentences.length,
    citations: turn.citations.length,
    date: formatDate(turn.asOf ?? '', locale.value),
  }
  return (
    <>
      <h3>{words.shown}</h3>
      <ul class="share-list">
        <li>
          {words.question}
          <q lang={languageOf(turn.question)}>{turn.question}</q>
          {tellsOfCompany(turn) && <p class="share-warning">{words.questionTells}</p>}
        </li>
        <li>{fill(words.answer, values)}</li>
      </ul>
      <h3>{words.hidden}</h3>
      <ul class="share-list">
        <li>{words.hiddenCompany}</li>
        <li>{words.hiddenRest}</li>
      </ul>
    </>
  )
}

function tellsOfCompany({ notices }: Turn): boolean {
  return notices.some(({ code }) => code === 'understood' || code === 'changed')
}

interface MakeLinkProps {
  readonly hasVerdicts: boolean
  readonly isEnded: boolean
  readonly onMake: (withVerdicts: boolean) => void
}

function MakeLink({ hasVerdicts, isEnded, onMake }: MakeLinkProps) {
  const words = threadWording.value.share
  const [withVerdicts, setWithVerdicts] = useState(false)
  return (
    <>
      {hasVerdicts && (
        <label class="tick">
          <input
            type="checkbox"
            checked={withVerdicts}
            onChange={({ currentTarget }) => setWithVerdicts(currentTarget.checked)}
          />
          <span>{words.withVerdicts}</span>
        </label>
      )}
      <button type="button" class="primary" onClick={() => onMake(withVerdicts)}>
        {words.make}
      </button>
      <p role="status">{isEnded && words.ended}</p>
    </>
  )
}

function problemText(error: unknown): string {
  const { share } = threadWording.value
  const { problems } = wording.value
  if (!(error instanceof ServerProblem)) return problems.server
  return error.kind === 'gone' ? share.gone : error.message || problems[error.kind]
}
