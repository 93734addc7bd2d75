import { useEffect, useRef } from 'preact/hooks'
import type { Citation, DocumentReply } from '../contract.ts'
import type { OpenCitation } from '../state/drawer.ts'
import { groupPassages, type Passage } from '../state/passage-groups.ts'
import { wording } from '../wording/index.ts'
import { Prose } from './prose.tsx'

/** The document's passages with the cited one marked; where it has gone or changed, the quote of the answer. */
export function Passages({ open: { citation, document } }: { readonly open: OpenCitation }) {
  const words = wording.value.citation
  if (document === 'loading') return <p class="drawer-note">{words.loading}</p>
  if (document === null) return <Quote note={words.gone} citation={citation} />
  const isAsQuoted = document.passages.some(({ anchor, text }) => anchor === citation.anchor && text === citation.quote)
  return (
    <>
      {!isAsQuoted && <Quote note={words.changed} citation={citation} />}
      <Document document={document} anchor={citation.anchor} />
    </>
  )
}

function Quote({ note, citation }: { readonly note: string; readonly citation: Citation }) {
  return (
    <>
      <p class="drawer-note">{note}</p>
      <blockquote class="passage cited" lang="zh-CN">
        <Prose text={citation.quote} />
      </blockquote>
    </>
  )
}

function Document({ document, anchor }: { readonly document: DocumentReply; readonly anchor: string }) {
  return (
    <div lang="zh-CN">
      {groupPassages(document).map(({ heading, passages }) => (
        <section key={passages[0].anchor}>
          {heading !== '' && <h3>{heading}</h3>}
          {passages.map((passage) => (
            <PassageView key={passage.anchor} passage={passage} isCited={passage.anchor === anchor} />
          ))}
        </section>
      ))}
    </div>
  )
}

function PassageView({ passage, isCited }: { readonly passage: Passage; readonly isCited: boolean }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCited) element.current?.scrollIntoView({ block: 'center' })
  }, [isCited])
  return (
    <div class={isCited ? 'passage cited' : 'passage'} ref={element} aria-current={isCited ? 'true' : undefined}>
      {isCited && <p class="cited-label">{wording.value.citation.cited}</p>}
      <Prose text={passage.text} />
    </div>
  )
}
