import { useEffect, useState } from 'preact/hooks'

const wideScreen = matchMedia('(min-width: 60rem)')

/** Whether there is room for things side by side, now and when the window changes. */
export function useWideScreen(): boolean {
  const [isWide, setIsWide] = useState(wideScreen.matches)
  useEffect(() => {
    const update = () => setIsWide(wideScreen.matches)
    wideScreen.addEventListener('change', update)
    return () => wideScreen.removeEventListener('change', update)
  }, [])
  return isWide
}
