import { useEffect } from 'preact/hooks'
import { Link } from '../parts/frame/link.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { Growth } from '../parts/matches/growth.tsx'
import { MatchList } from '../parts/matches/match-list.tsx'
import { Together } from '../parts/matches/together.tsx'
import { loadFacts } from '../state/fact-catalogue.ts'
import { type JudgedList, matchList } from '../state/judged-list.ts'
import { addressWith, facetValues, matchQuery } from '../state/match-query.ts'
import { matches } from '../state/matches.ts'
import { knownCount } from '../state/profile.ts'
import { countsText } from '../state/verdict-text.ts'
import { fill, wording } from '../wording/index.ts'
import { matchesWording } from '../wording/matches/index.ts'
import '../styles/matches.css'

/** Every policy judged for the firm as the page knows it: as a list, as what goes together, and as a path. */
export default function MatchesPage() {
  matches.follow()
  useEffect(() => void loadFacts(), [])
  const list = matchList.value
  return (
    <main class="main plain-page matches-page" id="main">
      <PageHeading title={wording.value.matches.title} />
      {list !== null && <p class="verdict-counts">{countsText(list.verdicts, list.asOf ?? '')}</p>}
      <Progress />
      <Firm />
      {list !== null && (
        <>
          <Views />
          <h2 class="visually-hidden">{matchesWording.value.views[matchQuery.value.view]}</h2>
          <View list={list} />
        </>
      )}
    </main>
  )
}

function View({ list }: { readonly list: JudgedList }) {
  const { reply } = matches.state.value
  switch (matchQuery.value.view) {
    case 'list':
      return <MatchList list={list} />
    case 'together':
      return reply && <Together combination={reply.combination} />
    case 'growth':
      return <Growth />
  }
}

function Progress() {
  const words = matchesWording.value
  const { status } = matches.state.value
  return (
    <div class="match-progress">
      <p role="status">{status === 'running' && words.running}</p>
      {status === 'failed' && (
        <p role="alert">
          {words.failed}{' '}
          <button type="button" class="text-button" onClick={matches.retry}>
            {words.retry}
          </button>
        </p>
      )}
    </div>
  )
}

function Firm() {
  const words = matchesWording.value
  const count = knownCount.value
  return (
    <p class={count === 0 ? 'firm-note wanted' : 'firm-note'}>
      {count === 0 ? words.unknownFirm : fill(words.known, { count })}{' '}
      <Link to="/firm">{count === 0 ? words.tell : words.correct}</Link>
    </p>
  )
}

function Views() {
  const words = matchesWording.value.views
  return (
    <nav class="match-views" aria-label={words.label}>
      {facetValues.view.map((view) => (
        <Link key={view} to={addressWith({ view })} aria-current={view === matchQuery.value.view ? 'true' : undefined}>
          {words[view]}
        </Link>
      ))}
    </nav>
  )
}
