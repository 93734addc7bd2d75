import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser, usePage } from './browser.ts'

describe.skipIf(missingBrowser !== null)(`the question box ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  test('shows the room left near the limit, and refuses a longer question with a way out', async () => {
    const page = await openPage()
    const message = page.locator('#question-message')
    await page.locator('#question').fill('问'.repeat(480))
    expect(await message.textContent()).toBe('还可以写20字')
    await askQuestion(page, `${'问'.repeat(512)}  `)
    expect(await message.textContent()).toBe('问题最长500字，现在是512字。请删去12字，或分成几次问。')
    expect(await page.locator('#question').inputValue()).toHaveLength(514)
    expect(server().questions).toEqual([])
  })

  test('asks for words when there are none', async () => {
    const page = await openPage()
    await askQuestion(page, '  ')
    expect(await page.locator('#question-message').textContent()).toBe('请先写下问题再发送。')
  })

  test('Shift+Enter begins a line and Enter sends', async () => {
    const page = await openPage()
    await page.locator('#question').pressSequentially('第一行')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('第二行')
    await page.keyboard.press('Enter')
    await page.locator('.question').waitFor()
    expect(server().questions[0]?.message).toBe('第一行\n第二行')
  })

  test('Enter that accepts a word of an input method does not send', async () => {
    const page = await openPage()
    await page.locator('#question').fill('gaoqi')
    await page.locator('#question').dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    await page.locator('#question').dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
    expect(await page.locator('.question').count()).toBe(0)
  })

  test('a second question waits until the first is answered', async () => {
    const page = await openPage()
    await askQuestion(page, '慢慢说')
    await page.locator('.statements').first().waitFor()
    await askQuestion(page, '第二个问题')
    expect(await page.locator('#question').inputValue()).toBe('第二个问题')
    expect(server().questions).toHaveLength(1)
    server().release()
    await page.getByRole('button', { name: '发送' }).click()
    await page.locator('.question').nth(1).waitFor()
  })
})
