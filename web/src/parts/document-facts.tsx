import type { CitedClause, OpenCitation } from '../state/drawer.ts'
import { locale } from '../state/preferences.ts'
import { fill, formatDate, wording } from '../wording/index.ts'
import { Icon } from './icon.tsx'

/** When a cited document was published, how long it holds, and where its text comes from. */
export function DocumentFacts({ open: { citation } }: { readonly open: OpenCitation }) {
  const words = wording.value.citation
  const published = citation.publishedOn === null ? null : formatDate(citation.publishedOn, locale.value)
  return (
    <dl class="facts">
      <Fact name={words.published} value={published} />
      <Fact name={words.effective} value={effectivePeriod(citation)} />
      {citation.sourceTitle !== '' && (
        <div>
          <dt>{words.source}</dt>
          <dd lang="zh-CN">
            {citation.sourceTitle}
            {citation.sourceUrl !== null && <SourceLink url={citation.sourceUrl} />}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

export function SourceLink({ url, label }: { readonly url: string; readonly label?: string }) {
  const words = wording.value.citation
  // An address comes from the corpus, but only the web's own schemes may ever be followed.
  if (!/^https?:/.test(url)) return null
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" lang={locale.value}>
      {label ?? words.sourceLink}
      <span class="visually-hidden">{words.newWindow}</span>
      <Icon name="outside" />
    </a>
  )
}

/** From when until when a document holds; null where neither is known. */
export function effectivePeriod({
  effectiveFrom,
  effectiveUntil,
}: Pick<CitedClause, 'effectiveFrom' | 'effectiveUntil'>): string | null {
  const words = wording.value.citation
  const from = effectiveFrom === null ? '' : formatDate(effectiveFrom, locale.value)
  const until = effectiveUntil === null ? '' : formatDate(effectiveUntil, locale.value)
  if (from !== '' && until !== '') return fill(words.effectiveBetween, { from, until })
  if (from !== '') return fill(words.effectiveFrom, { from })
  return until === '' ? null : fill(words.effectiveUntil, { until })
}
