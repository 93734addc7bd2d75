import type { ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { loadPage, type PageProps, pageAtHand } from '../../pages/pages.ts'
import { type Visit, visit } from '../../state/route.ts'
import { PageFailure } from './page-failure.tsx'

interface Shown {
  readonly visit: Visit
  readonly Page: ComponentType<PageProps>
}

/** The page of the address; the one before it stays until the new one has come. */
export function PageView() {
  const current = visit.value
  const [shown, setShown] = useState<Shown | null>(() => shownAtOnce(current))
  useEffect(() => {
    let isWanted = true
    const show = (Page: ComponentType<PageProps>) => isWanted && setShown({ visit: current, Page })
    // A page fails to load without a network, or after the server got a new version of the website.
    loadPage(current.route.page).then(show, () => show(PageFailure))
    return () => {
      isWanted = false
    }
  }, [current.path])
  useArrival(shown?.visit ?? null)
  if (shown === null) return null
  const { Page, visit: seen } = shown
  return <Page key={seen.path} id={'id' in seen.route ? seen.route.id : ''} />
}

function shownAtOnce(visit: Visit): Shown | null {
  const Page = pageAtHand(visit.route.page)
  return Page && { visit, Page }
}

/** A page that was gone to begins at its heading, one that was come back to where it was left. */
function useArrival(arrived: Visit | null): void {
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    if (arrived === null) return
    const wasFirst = isFirst.current
    isFirst.current = false
    if (wasFirst) return
    // The chat finds its own place: the newest question.
    if (arrived.place !== null || arrived.route.page !== 'chat') scrollTo(0, arrived.place ?? 0)
    const main = document.querySelector('main')
    if (main?.contains(document.activeElement)) return
    main?.querySelector('h1')?.focus({ preventScroll: true })
  }, [arrived])
}
