import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, as text. */
export async function problemsOf(page: Page): Promise<string[]> {
  // Colours are judged as they stand, not on their way.
  await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))')
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth')
}

export function focusIsOn(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(':focus')
    .and(page.locator(selector))
    .count()
    .then((count) => count === 1)
}
