import { type CitedSentence, groupSentences, type SentenceGroup } from '../state/sentence-groups.ts'
import type { Turn } from '../state/turn.ts'
import { languageOf } from '../wording/index.ts'
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

// A group that grows from one sentence to two keeps its elements: nothing moves, nothing is announced twice.
function Statements({ sentences, asOf, isList }: StatementsProps) {
  return (
    <ul class={isList ? 'listed' : 'unlisted'}>
      {sentences.map((sentence, index) => (
        <li key={index}>
          <Prose text={sentence.text}>
            {sentence.standings.map((standing) => (
              <StandingBadge key={standing} standing={standing} />
            ))}
            {sentence.citations.map((citation) => (
              <CitationMark key={citation.id} citation={citation} asOf={asOf} />
            ))}
          </Prose>
        </li>
      ))}
    </ul>
  )
}

/** The server names a standing in the heading, as in 【草案】, for readers of plain text; here the badge says it. */
function withoutLabel(heading: string, hasBadge: boolean): string {
  return hasBadge ? heading.replace(/^【.+?】|^\[.+?\]\s*/, '') : heading
}
