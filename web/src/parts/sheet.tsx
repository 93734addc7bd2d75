import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { keepFocusInside } from './keep-focus-inside.ts'

/** For a control inside that is about to go: the focus stays in the dialog, or in the section of a page. */
export function focusSheet(): void {
  document.activeElement?.closest<HTMLElement>('.drawer-body, section[tabindex]')?.focus()
}

interface Props {
  /** Names the dialog; `head` holds the element with this id. */
  readonly titleId: string
  readonly head: ComponentChildren
  readonly closeLabel: string
  readonly bodyLabel: string
  readonly onClose: () => void
  readonly isWide?: boolean
  readonly children: ComponentChildren
}

/** A dialog over the page: a sheet from below on a phone, a panel at the side on a desk. */
export function Sheet({ titleId, head, closeLabel, bodyLabel, onClose, isWide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      class={isWide ? 'drawer wide' : 'drawer'}
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={keepFocusInside}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div class="drawer-content">
        <div class="drawer-head">
          {head}
          <button type="button" class="quiet" aria-label={closeLabel} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        <section class="drawer-body" tabindex={0} aria-label={bodyLabel}>
          {children}
        </section>
      </div>
    </dialog>
  )
}
