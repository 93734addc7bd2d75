import { useEffect, useRef } from 'preact/hooks'
import type { DocumentReply } from '../contract.ts'
import type { OpenCitation } from '../state/drawer.ts'
import { groupPassages, type Passage } from '../state/passage-groups.ts'
import { locale } from '../state/preferences.ts'
import { wording } from '../wording/index.ts'
import { Prose } from './prose.tsx'

/** The document's passages with the cited one marked; where it has gone or changed, the quote of the answer. */
export function Passages({ open: { citation, document } }: { readonly open: OpenCitation }) {
  const words = wording.value.citation
  if (document === 'loading') return <p class="drawer-note">{words.loading}</p>
  if (document === null) return <Quote note={words.gone} quote={citation.quote} />
  const passage = document.passages.find(({ anchor }) => anchor === citation.anchor)
  const isAsQuoted = citation.quote === null || citation.quote === passage?.text
  const label = citation.quote === null ? words.citedClause : words.cited
  return (
    <>
      {!isAsQuoted && <Quote note={words.changed} quote={citation.quote} />}
      <Document document={document} anchor={citation.anchor} label={label} />
    </>
  )
}

function Quote({ note, quote }: { readonly note: string; readonly quote: string | null }) {
  return (
    <>
      <p class="drawer-note">{quote === null ? wording.value.citation.goneWhole : note}</p>
      {quote !== null && (
        <blockquote class="passage cited" lang="zh-CN">
          <Prose text={quote} />
        </blockquote>
      )}
    </>
  )
}

interface DocumentProps {
  readonly document: DocumentReply
  readonly anchor: string
  readonly label: string
}

function Document({ document, anchor, label }: DocumentProps) {
  return (
    <div lang="zh-CN">
      {groupPassages(document).map(({ heading, passages }) => (
        <section key={passages[0].anchor}>
          {heading !== '' && <h3>{heading}</h3>}
          {passages.map((passage) => (
            <PassageView key={passage.anchor} passage={passage} citedLabel={passage.anchor === anchor ? label : null} />
          ))}
        </section>
      ))}
    </div>
  )
}

function PassageView({ passage, citedLabel }: { readonly passage: Passage; readonly citedLabel: string | null }) {
  const isCited = citedLabel !== null
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCited) element.current?.scrollIntoView({ block: 'center' })
  }, [isCited])
  return (
    <div class={isCited ? 'passage cited' : 'passage'} ref={element} aria-current={isCited ? 'true' : undefined}>
      {isCited && (
        <p class="cited-label" lang={locale.value}>
          {citedLabel}
        </p>
      )}
      <Prose text={passage.text} />
    </div>
  )
}
