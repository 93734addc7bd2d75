import type { Page } from 'playwright-core'
import { askQuestion, desktop } from './browser.ts'
import type { ServiceTest } from './use-service.ts'

const firm = '我们是长宁的软件公司，2021年3月成立，42个人，去年营收3600万，研发占7%，能享受哪些政策？'

/** The page of matches on a desk, after a firm was described in the chat. */
export async function openTold(openPage: ServiceTest['openPage']): Promise<Page> {
  const page = await openPage('chat', { viewport: desktop })
  await askQuestion(page, firm)
  await page.locator('.actions').waitFor()
  await page.getByRole('link', { name: '匹配', exact: true }).click()
  await page.locator('.matches-page .verdict').first().waitFor()
  return page
}
