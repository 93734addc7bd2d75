import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type PageOptions, useBrowser } from './browser.ts'
import { type Service, startService } from './start-service.ts'

export interface ServiceTest {
  readonly service: () => Service
  /** Where the built page lies. */
  readonly pageFolder: () => string
  readonly openPage: (path?: string, options?: PageOptions) => Promise<Page>
}

/** The built page on the real service over the corpus, on 2026-11-23, in a real browser. */
export function useService(): ServiceTest {
  const { pageFolder, open } = useBrowser()
  let service: Service

  beforeAll(async () => {
    service = await startService(pageFolder())
  })

  afterAll(async () => {
    await service.close()
    await rm(service.dataFolder, { recursive: true })
  })

  return {
    service: () => service,
    pageFolder,
    openPage: async (path = 'chat', options = {}) => {
      const page = await open(service.address, path, options)
      // Without scripts there is the server's own document and nothing to wait for.
      if (options.javaScriptEnabled !== false) await page.locator('main h1').waitFor()
      return page
    },
  }
}
