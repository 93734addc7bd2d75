import { Link } from '../parts/frame/link.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { Verdicts } from '../parts/verdicts/verdicts.tsx'
import { turns } from '../state/conversation.ts'
import { judgedTurn } from '../state/reassess.ts'
import { wording } from '../wording/index.ts'

/** The latest verdicts, policy by policy. */
export default function MatchesPage() {
  const turn = judgedTurn(turns.value)
  const { title, none, tell } = wording.value.matches
  return (
    <main class="main plain-page" id="main">
      <PageHeading title={title} />
      {turn !== null && (
        <>
          <h2 class="visually-hidden">{wording.value.verdicts.label}</h2>
          <Verdicts turn={turn}>{null}</Verdicts>
        </>
      )}
      {turn === null && (
        <>
          <p>{none}</p>
          <p>
            <Link to="/firm">{tell}</Link>
          </p>
        </>
      )}
    </main>
  )
}
