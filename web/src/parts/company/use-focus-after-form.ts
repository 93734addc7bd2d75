import { useLayoutEffect, useRef } from 'preact/hooks'

/** A form that closes gives the focus to the button that opens it again. */
export function useFocusAfterForm(editing: string | null): void {
  const last = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (editing === null && last.current !== null) document.getElementById(`edit-${last.current}`)?.focus()
    last.current = editing
  }, [editing])
}
