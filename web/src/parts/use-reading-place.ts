import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Turn } from '../state/turn.ts'

/**
 * Keeps the reader's place: a new question comes to the top and its answer grows below it, so that reading starts at
 * the start; the page follows the end only after the reader has gone there while the answer is coming.
 */
export function useReadingPlace(log: RefObject<HTMLElement | null>, turns: readonly Turn[]): void {
  const isFollowing = useRef(false)
  const newest = turns.at(-1)?.key
  const isAsked = turns.at(-1)?.phase === 'asking'
  useLayoutEffect(() => {
    isFollowing.current = false
    const turn = log.current?.lastElementChild
    turn?.scrollIntoView({ behavior: prefersStillness() ? 'auto' : 'smooth' })
    // The button that asked (an example, a follow-up) has gone and took the focus with it.
    if (isAsked && document.activeElement === document.body) turn?.querySelector('h2')?.focus({ preventScroll: true })
  }, [newest])

  useLayoutEffect(() => {
    if (isFollowing.current) scrollTo(0, document.documentElement.scrollHeight)
  })

  useEffect(() => {
    const look = (event: Event) => {
      if (event.target instanceof HTMLTextAreaElement) return
      requestAnimationFrame(() => {
        isFollowing.current = isAtEnd()
      })
    }
    const kinds = ['wheel', 'touchend', 'keyup'] as const
    for (const kind of kinds) addEventListener(kind, look, { passive: true })
    return () => {
      for (const kind of kinds) removeEventListener(kind, look)
    }
  }, [])
}

function isAtEnd(): boolean {
  return scrollY + innerHeight >= document.documentElement.scrollHeight - 4
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
