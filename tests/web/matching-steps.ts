import type { Page } from 'playwright-core'

export function openMatching(page: Page): Promise<void> {
  return page.locator('.matching-button').click()
}

export function chooseFile(page: Page, name: string, text = '企业名称\n甲'): Promise<void> {
  return page.locator('#list-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

export async function matchFile(page: Page, name: string): Promise<void> {
  await chooseFile(page, name)
  await page.locator('.start-matching').click()
  await page.locator('.match-result').waitFor()
}
