import type { ComponentChildren } from 'preact'
import { addressOf, goTo } from '../../state/route.ts'

interface Props {
  /** From the root of the website, for example `/policies/x`. */
  readonly to: string
  readonly class?: string
  readonly 'aria-label'?: string
  readonly 'aria-current'?: 'page' | 'true' | undefined
  readonly children: ComponentChildren
}

/** A link to a page of this website. */
export function Link({ to, children, ...attributes }: Props) {
  return (
    <a {...attributes} href={addressOf(to)} onClick={(event) => follow(event, to)}>
      {children}
    </a>
  )
}

function follow(event: MouseEvent, to: string): void {
  if (!isPlainPress(event)) return
  event.preventDefault()
  goTo(to)
}

/** Presses that open a new tab or window are the browser's. */
export function isPlainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}
