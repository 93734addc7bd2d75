import { locale } from '../state/preferences.ts'
import { type CitedSentence, groupSentences, type SentenceGroup } from '../state/sentence-groups.ts'
import type { Turn } from '../state/turn.ts'
import { fill, languageOf, wording } from '../wording/index.ts'
import { CitationMark } from './citation-mark.tsx'
import { Prose } from './prose.tsx'
import { StandingBadge } from './standing-badge.tsx'

/** The statements of an answer, each with its marks, under the headings they stand under. */
export function Sentences({ turn }: { readonly turn: Turn }) {
  const groups = groupSentences(turn.sentences, turn.citations)
  return groups.map((group, index) => <Group key={index} group={group} asOf={turn.asOf ?? ''} />)
}

function Group({ group, asOf }: { readonly group: SentenceGroup; readonly asOf: string }) {
  const { heading, standings, sentences } = group
  return (
    <section class="statements" lang={languageOf(sentences[0]?.text ?? '')}>
      {heading !== null && (
        <h3>
          {withoutLabel(heading, standings.length > 0)}{' '}
          {standings.map((standing) => (
            <StandingBadge key={standing} standing={standing} />
          ))}
        </h3>
      )}
      <Statements sentences={sentences} asOf={asOf} isList={heading !== null && sentences.length > 1} />
    </section>
  )
}

interface StatementsProps {
  readonly sentences: readonly CitedSentence[]
  readonly asOf: string
  readonly isList: boolean
}

/** More than these under one heading are folded: an answer on a phone begins with what can be read at a glance. */
const shownAtOnce = 7

// A group that grows from one sentence to two keeps its elements: nothing moves, nothing is announced twice.
function Statements({ sentences, asOf, isList }: StatementsProps) {
  const folded = sentences.length > shownAtOnce + 1 ? sentences.slice(shownAtOnce) : []
  const listClass = isList ? 'listed' : 'unlisted'
  return (
    <>
      <ul class={listClass}>
        {sentences.slice(0, sentences.length - folded.length).map((sentence, index) => (
          <Statement key={index} sentence={sentence} asOf={asOf} />
        ))}
      </ul>
      {folded.length > 0 && (
        <details class="folded">
          <summary>{fill(wording.value.answer.folded, { count: folded.length })}</summary>
          <ul class={listClass}>
            {folded.map((sentence, index) => (
              <Statement key={index} sentence={sentence} asOf={asOf} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Statement({ sentence, asOf }: { readonly sentence: CitedSentence; readonly asOf: string }) {
  return (
    <li>
      <Prose text={sentence.text}>
        {sentence.standings.map((standing) => (
          <StandingBadge key={standing} standing={standing} />
        ))}
        {sentence.citations.map((citation) => (
          <CitationMark key={citation.id} citation={citation} asOf={asOf} />
        ))}
        {sentence.isPartial && <PartialMark />}
      </Prose>
    </li>
  )
}

/** Words of a language model that stand in no passage exactly so. */
function PartialMark() {
  const { partial, partialAdvice } = wording.value.answer
  return (
    <span class="badge badge-partial" title={partialAdvice} lang={locale.value}>
      {partial}
      <span class="visually-hidden"> {partialAdvice}</span>
    </span>
  )
}

/** The server names a standing in the heading, as in 【草案】, for readers of plain text; here the badge says it. */
function withoutLabel(heading: string, hasBadge: boolean): string {
  return hasBadge ? heading.replace(/^【.+?】|^\[.+?\]\s*/, '') : heading
}
