const selector = ['a[href]', 'button', 'input', 'select', 'textarea', '[tabindex="0"]']
  .map((kind) => `${kind}:not(:disabled)`)
  .join()

/** Leads Tab from the last control of a dialog to its first, instead of out into the browser's own controls. */
export function keepFocusInside(event: KeyboardEvent): void {
  const dialog = event.currentTarget
  if (event.key !== 'Tab' || !(dialog instanceof HTMLElement)) return
  const controls = [...dialog.querySelectorAll<HTMLElement>(selector)]
  const edge = event.shiftKey ? controls[0] : controls.at(-1)
  const next = event.shiftKey ? controls.at(-1) : controls[0]
  const root = dialog.getRootNode()
  const { activeElement } = root instanceof ShadowRoot ? root : document
  if (activeElement !== edge) return
  event.preventDefault()
  next?.focus()
}
