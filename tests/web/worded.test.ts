import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, phone, usePage } from './browser.ts'
import { overflow, problemsOf } from './page-checks.ts'

describe.skipIf(missingBrowser !== null)(`an answer in the words of a model ${missingBrowser ?? ''}`, () => {
  const { openPage } = usePage()

  test.each([
    ['a phone', { ...phone, width: 360 }],
    ['a desk', desktop],
  ])('marks on %s what is partly summarised, and says where to check it', async (_, viewport) => {
    const page = await openPage({ viewport })
    await askQuestion(page, '润色过的回答')
    const marked = page.locator('.statements li').filter({ hasText: '部分为概括' })
    expect(await marked.allTextContents()).toEqual([expect.stringMatching(/^企业不用交申请.*请点开出处核对原文$/)])
    expect(await page.getByText('由语言模型润色，逐句核对过出处。').count()).toBe(1)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await problemsOf(page)).toEqual([])
  })

  test('is copied with its mark', async () => {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] })
    await askQuestion(page, '润色过的回答')
    await page.getByRole('button', { name: '复制' }).click()
    await page.getByText('已复制').first().waitFor()
    const copied = await page.evaluate('navigator.clipboard.readText()')
    expect(copied).toContain('登录平台确认就行。[2][3]（部分为概括）')
    expect(copied).toContain('给补贴。[1]\n')
  })
})
