import { signal } from '@preact/signals'

/** How a text outside the page's elements is shown, such as the name of the tab: traditional characters change it. */
export const shownText = signal((text: string) => text)
