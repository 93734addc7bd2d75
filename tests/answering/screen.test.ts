import { describe, expect, test } from 'vitest'
import { AskError, maskPersonalData, messageLimit } from '../../src/answering/index.ts'
import { screen } from '../../src/answering/steps/screen.ts'
import { sampleAssistant } from './sample-assistant.ts'

describe('a message', () => {
  test.each([
    ['', 'message-empty'],
    [' \n\t\u3000', 'message-empty'],
    ['😀👍🏻', 'message-without-words'],
    ['？！……', 'message-without-words'],
    ['\u200b\u200d', 'message-without-words'],
    ['问'.repeat(501), 'message-too-long'],
    ['𠮷'.repeat(501), 'message-too-long'],
    [`${'😀'.repeat(500)}问`, 'message-too-long'],
  ])('such as %j is refused as %s before anything is answered', async (message, code) => {
    await expect(sampleAssistant().ask(message)).rejects.toMatchObject({ code })
    await expect(sampleAssistant().ask(message)).rejects.toBeInstanceOf(AskError)
  })

  test.each([['问'.repeat(500)], ['𠮷'.repeat(500)], [`  \n${'问'.repeat(500)}\n  `], [`${'😀'.repeat(499)}问`]])(
    'of 500 characters is taken, however many bytes they have (%#)',
    async (message) => {
      expect([...screen(message)]).toHaveLength(messageLimit)
      expect((await sampleAssistant().ask(message)).text).not.toBe('')
    },
  )

  test('is trimmed and otherwise left as it was written', () => {
    expect(screen('  云帆贷\n额度？ ')).toBe('云帆贷\n额度？')
  })
})

describe('personal data', () => {
  test.each([
    ['打13800138000给我', '打【手机号】给我'],
    ['13800138000、15912345678', '【手机号】、【手机号】'],
    ['+8613800138000', '【手机号】'],
    ['手机8613800138000', '手机【手机号】'],
    ['138-0013-8000', '【手机号】'],
    ['138 0013 8000', '【手机号】'],
    ['身份证310105199001011237的', '身份证【证件号】的'],
    ['31010519900101123X', '【证件号】'],
    ['31010519900101123x', '【证件号】'],
    ['发到zhang.san+a@mail.example.com谢谢', '发到【邮箱】谢谢'],
  ])('%s is stored as %s', (text, expected) => {
    expect(maskPersonalData(text)).toBe(expected)
  })

  test.each([
    '信用代码91310105MA1FW0XY1Q',
    '信用代码913101057622304568',
    '营收13800138000元',
    '营收138.5亿元、3600万、500000元',
    '沪科〔2025〕212号',
    '长发改〔2025〕15号和2026年11月23日',
    '咨询电话021-22050000、12345',
  ])('%s is none and stays', (text) => {
    expect(maskPersonalData(text)).toBe(text)
  })

  test('is hidden once and for all', () => {
    const masked = maskPersonalData('13800138000 a@b.cn 31010519900101123X')
    expect(maskPersonalData(masked)).toBe(masked)
  })
})
