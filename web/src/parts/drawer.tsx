import { useEffect, useRef } from 'preact/hooks'
import { closeCitation, type OpenCitation, openCitation } from '../state/drawer.ts'
import { wording } from '../wording/index.ts'
import { DocumentFacts } from './document-facts.tsx'
import { Icon } from './icon.tsx'
import { keepFocusInside } from './keep-focus-inside.ts'
import { Passages } from './passages.tsx'
import { StandingBadge } from './standing-badge.tsx'

const titleId = 'drawer-title'

/** The passage behind a mark, in its document: a sheet from below on a phone, a panel at the side on a desk. */
export function Drawer() {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = openCitation.value
  const isOpen = open !== null
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <dialog
      class="drawer"
      ref={dialog}
      aria-labelledby={titleId}
      onClose={closeCitation}
      onKeyDown={keepFocusInside}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div class="drawer-content">
        <DrawerHead open={open} onClose={() => dialog.current?.close()} />
        <section class="drawer-body" tabindex={0} aria-label={wording.value.citation.passages}>
          <DocumentFacts open={open} />
          <Passages open={open} />
        </section>
      </div>
    </dialog>
  )
}

function DrawerHead({ open, onClose }: { readonly open: OpenCitation; readonly onClose: () => void }) {
  const { title, status, documentNumber, clause } = open.citation
  return (
    <div class="drawer-head">
      <div lang="zh-CN">
        <h2 id={titleId}>
          {title} <StandingBadge standing={status} />
        </h2>
        <p class="drawer-place">{[documentNumber, clause].filter((part) => part !== null).join(' · ')}</p>
      </div>
      <button type="button" class="quiet" aria-label={wording.value.citation.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  )
}
