import { useEffect, useLayoutEffect } from 'preact/hooks'
import { Composer, focusInput } from '../parts/composer.tsx'
import { Icon } from '../parts/icon.tsx'
import { keepFocusInside } from '../parts/keep-focus-inside.ts'
import { isRestoring, restoreConversation, startAnew } from '../state/conversation.ts'
import { wording } from '../wording/index.ts'
import { Exchanges } from './exchanges.tsx'
import { afterClose, closePanel, panel } from './panel-state.ts'
import { Seal } from './seal.tsx'
import type { WidgetSettings } from './settings.ts'

const titleId = 'panel-title'
/** Matches the style sheet: no room beside a card. */
const smallScreen = '(max-width: 40rem), (max-height: 30rem)'

/** The chat: a card on a desk, beside which the page stays in use; the whole screen of a phone. */
export function Panel({ settings }: { readonly settings: WidgetSettings }) {
  useLayoutEffect(() => {
    if (matchMedia(smallScreen).matches) panel.current?.showModal()
    else panel.current?.show()
    // On a phone the box would raise the keyboard over what there is to read.
    if (matchMedia('(pointer: coarse)').matches) panel.current?.querySelector('h2')?.focus()
    else focusInput()
  }, [])
  useEffect(() => {
    if (isRestoring.value) void restoreConversation()
  }, [])
  return (
    <dialog class="panel" ref={panel} aria-labelledby={titleId} onClose={afterClose} onKeyDown={handleKey}>
      <Head settings={settings} />
      <Exchanges settings={settings} />
      <Composer />
    </dialog>
  )
}

function Head({ settings }: { readonly settings: WidgetSettings }) {
  const { title, header, widget } = wording.value
  const begin = () => {
    startAnew()
    focusInput()
  }
  return (
    <div class="panel-head">
      <Seal />
      <h2 id={titleId} tabindex={-1}>
        {title}
      </h2>
      <button type="button" class="quiet" aria-label={header.startAnew} title={header.startAnew} onClick={begin}>
        <Icon name="add" />
      </button>
      <a
        class="quiet"
        href={settings.address}
        target="_blank"
        rel="noopener"
        aria-label={widget.fullSite}
        title={widget.fullSite}
      >
        <Icon name="outside" />
      </a>
      <button type="button" class="quiet" aria-label={widget.close} title={widget.close} onClick={closePanel}>
        <Icon name="close" />
      </button>
    </div>
  )
}

function handleKey(event: KeyboardEvent): void {
  keepFocusInside(event)
  // Escape that leaves the words of an input method is not meant for the panel.
  if (event.key !== 'Escape' || event.isComposing) return
  event.preventDefault()
  closePanel()
}
