import type { Citation } from '../contract.ts'
import { locale } from '../state/preferences.ts'
import type { Turn } from '../state/turn.ts'
import { fill, formatDate, wording } from '../wording/index.ts'
import { effectivePeriod } from './document-facts.tsx'

/** On paper nothing can be opened: the passage behind each mark, how it stands, and where it is published. */
export function PrintedSources({ turn }: { readonly turn: Turn }) {
  const { summary, answer } = wording.value
  return (
    <section class="printed-sources">
      <h2>{fill(summary.sourcesOf, { question: turn.question })}</h2>
      <p>{fill(answer.asOf, { date: formatDate(turn.asOf ?? '', locale.value) })}</p>
      {turn.citations.map((citation) => (
        <div key={citation.id} class="printed-source">
          <p>
            <strong>
              [{citation.id}] {[citation.title, citation.documentNumber, citation.clause].filter(Boolean).join(' · ')}
            </strong>
          </p>
          <blockquote lang="zh-CN">{citation.quote}</blockquote>
          <p>{factsOf(citation)}</p>
        </div>
      ))}
    </section>
  )
}

function factsOf(citation: Citation): string {
  const { citation: words, standings } = wording.value
  const { status, publishedOn, sourceTitle, sourceUrl } = citation
  const period = effectivePeriod(citation)
  const named = (name: string, value: string | null) => (value === null ? [] : [`${name} ${value}`])
  return [
    standings[status],
    ...named(words.published, publishedOn && formatDate(publishedOn, locale.value)),
    ...named(words.effective, period),
    ...named(words.source, sourceTitle),
    ...(sourceUrl === null ? [] : [sourceUrl]),
  ].join(' · ')
}
