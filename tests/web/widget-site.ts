import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildPage, desktop, type PageOptions, useBrowser } from './browser.ts'
import { type HostSite, openHostSite } from './host-site.ts'
import { type Service, startService } from './start-service.ts'

export const subsidy = '科技履约贷的保费补贴是多少？怎么申请？'
export const company = '我们是长宁的软件公司，2021年3月成立，42个人，去年营收3600万，研发占7%，能享受哪些政策？'
export const smallPhone = { width: 360, height: 740 }

export interface WidgetTest {
  readonly service: () => Service
  /** Opens the site in a browser that holds a cookie of the service; the query gives the widget's attributes. */
  readonly openSite: (query?: string, options?: PageOptions, origin?: string) => Promise<Page>
  /** The same with the chat open. */
  readonly openChat: (query?: string, options?: PageOptions) => Promise<Page>
}

/** The real service, and a site of somebody else that shows its widget; what breaks the site's policy fails the test. */
export function useWidget(): WidgetTest {
  const { pageFolder, open } = useBrowser(undefined, buildWidget)
  let site: HostSite
  let service: Service

  beforeAll(async () => {
    site = await openHostSite()
    service = await startService(pageFolder(), { WIDGET_ORIGINS: site.origin, RATE_LIMIT_PER_MINUTE: '0' })
    site.embed(service.address)
  })

  afterAll(async () => {
    await service.close()
    await site.close()
    await rm(service.dataFolder, { recursive: true })
  })

  const openSite = (query = '', options: PageOptions = {}, origin = site.origin) => {
    const cookies = [{ name: 'policy-navigator-owner', value: 'x', url: service.address }]
    return open(`${origin}/`, query, { viewport: desktop, cookies, others: [service.address], ...options })
  }

  return {
    service: () => service,
    openSite,
    openChat: async (query, options) => {
      const page = await openSite(query, options)
      await page.locator('.launcher').click()
      return page
    },
  }
}

export function buildWidget(folder: string): Promise<void> {
  return buildPage(folder, '--config', 'web/widget.config.ts')
}
