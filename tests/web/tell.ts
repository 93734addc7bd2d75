import type { Page } from 'playwright-core'

/** Answers the first step on the page of the firm. */
export async function tell(page: Page, ...answers: string[]): Promise<void> {
  for (const answer of answers) await page.getByRole('radio', { name: answer, exact: true }).check()
  await page.getByRole('button', { name: '保存，下一步' }).click()
  await page.locator('.known-value', { hasText: answers[0] ?? '' }).waitFor()
}
