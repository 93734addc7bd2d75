import { useEffect } from 'preact/hooks'
import { shownText, wording } from '../../wording/index.ts'

interface Props {
  readonly title: string
  /** The name of the tab where it is not the title. */
  readonly tab?: string
  readonly class?: string
}

/** The heading of a page, which names its tab as well and gets the focus when one goes to the page. */
export function PageHeading({ title, tab = title, class: name }: Props) {
  const site = wording.value.title
  const show = shownText.value
  useEffect(() => {
    document.title = show(`${tab} · ${site}`)
  }, [tab, site, show])
  return (
    <h1 class={name} tabindex={-1}>
      {title}
    </h1>
  )
}
