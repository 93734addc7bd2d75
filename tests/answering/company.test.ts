import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answering/index.ts'
import { loadConfig } from '../../src/config.ts'
import { openLocalServices } from '../../src/services.ts'
import { answerOf, codesOf } from './sample-assistant.ts'

const asOf = '2026-11-26'
let folder: string
let services: Awaited<ReturnType<typeof openLocalServices>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-navigator-company-'))
  services = await openLocalServices(loadConfig({ DATA_DIR: folder }))
}, 60_000)

afterAll(async () => {
  await services.close()
  await rm(folder, { recursive: true })
})

/** The answers to several messages of one conversation. */
async function talk(...messages: string[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const message of messages) {
    const conversationId = answers.at(-1)?.conversationId
    answers.push(await answerOf(services.assistant, message, { asOf, ...(conversationId && { conversationId }) }))
  }
  return answers
}

async function last(...messages: string[]): Promise<Answer> {
  const answer = (await talk(...messages)).at(-1)
  if (!answer) throw new Error('nothing was said')
  return answer
}

const verdictsOf = ({ verdicts }: Answer) =>
  Object.fromEntries(verdicts.map(({ policyId, verdict }) => [policyId, verdict]))
const known = ({ profile }: Answer, key: string) => profile[key]

describe('a company that describes itself', () => {
  test('is judged by every policy with conditions that applies on the day', async () => {
    const answer = await last('定西路上一家花店，加店员总共6个，一年做八十多万，有啥好政策伐')
    const { assessor } = services.knowledge.eligibility
    const expected = assessor.assessAll({}, asOf, 'zh-CN').map(({ policyId }) => policyId)
    expect(answer.verdicts.map(({ policyId }) => policyId).sort()).toEqual(expected.sort())
    expect(answer).toMatchObject({ status: 'answered', reason: 'match', completeness: { complete: true } })
    expect(known(answer, 'employees')).toEqual({ value: 6, evidence: expect.stringContaining('6个'), turn: 1 })
    expect(answer.factQuestion).not.toBeNull()
    expect(answer.nextQuestion).toBe(answer.factQuestion?.text)
  })

  test.each([
    '我们公司30人，长宁的软件企业，去年营收2000万，能拿哪些补贴？',
    '我们15个人，长宁的餐饮店，有哪些贷款能办',
  ])('is judged where it asks what there is of a kind: %s', async (message) =>
    expect(await last(message)).toMatchObject({ reason: 'match', status: 'answered' }),
  )

  test('changes its verdicts by answering, and by correcting what it said', async () => {
    const [first, second, third] = await talk('我们个体户，员工30个人', '更正一下，员工是31个', '其实是有限公司')
    expect(first && known(first, 'employees')).toMatchObject({ value: 30 })
    expect(second && known(second, 'employees')).toMatchObject({ value: 31, turn: 2 })
    expect(second && codesOf(second)).toContain('changed')
    expect(verdictsOf(second as Answer)['individual-business-income-tax']).toBe('eligible')
    expect(verdictsOf(third as Answer)['individual-business-income-tax']).toBe('ineligible')
  })

  test('gets the one policy it asks for, with the day from which it is possible', async () => {
    const answer = await last('我们公司2026年1月15日成立，能评高企吗')
    expect(answer.verdicts).toMatchObject([{ policyId: 'high-tech-enterprise', verdict: 'ineligible' }])
    expect(answer.verdicts[0]?.possibleFrom).toBe('2027-01-15')
    expect(answer.text).toContain('2027年1月15日')
  })

  test('goes on about the policy it asked of', async () => {
    const answer = await last('失业保险稳岗返还要什么条件', '我们28个人，裁员率15%，有限公司')
    expect(answer.reason).toBe('judge')
    expect(answer.verdicts.map(({ policyId }) => policyId)).toEqual(['unemployment-insurance-refund'])
  })

  test('hears what it would save, with the calculation', async () => {
    const answer = await last('有限公司，注册长宁，应纳税所得额280万，250人，资产3000万，不是限制行业，能享受什么')
    expect(verdictsOf(answer)['small-low-profit-enterprise']).toBe('eligible')
    expect(answer.text).toMatch(/280万元.*= 56万元/)
  })

  test('hears which part of a policy that fits it does not get', async () => {
    const withLoan = (kind: string) => last(`我们是上海的专精特新企业，做的是${kind}，能享受专精特新贷吗`)
    const [mortgage, credit] = [await withLoan('抵押贷款'), await withLoan('信用贷款')]
    expect(verdictsOf(mortgage)['specialized-sme-loan']).toBe('eligible')
    expect(mortgage.text).toMatch(/不适用：专精特新信用贷款贴息/)
    expect(credit.text).not.toContain('不适用')
  })

  test('begins anew when it speaks of another one', async () => {
    const answer = await last('我们是个体户，员工3个人', '换一家：有限公司，50个人')
    expect(known(answer, 'employees')).toMatchObject({ value: 50 })
    expect(known(answer, 'entityType')).toMatchObject({ value: 'company' })
  })
})

describe('what cannot be taken', () => {
  test.each([
    ['我们员工-5人，能享受什么', 'impossible', 'employees'],
    ['我们公司2030年成立，能享受什么', 'impossible', 'establishedOn'],
    ['我们一年六百，能享受什么', 'no-unit', 'revenue'],
    ['我们员工50人。员工80人。注册在长宁', 'contradiction', 'employees'],
  ])('「%s」 is said to be %s and is not used', async (message, code, key) => {
    const answer = await last(message)
    expect(codesOf(answer)).toContain(code)
    expect(known(answer, key)).toBeUndefined()
  })

  test('a figure without a unit waits for it', async () => {
    const [first, second] = await talk('我们公司员工45人，营收3000', '万元')
    expect(first && codesOf(first)).toContain('no-unit')
    expect(second && known(second, 'revenue')).toMatchObject({ value: 30_000_000 })
  })

  test('a question about policies tells nothing of a company', async () => {
    for (const question of ['高企证书有效几年', '软件企业所得税两免三减半到底免几年减几年', '30人以下免残保金对吧'])
      expect((await last(question)).profile).toEqual({})
  })
})

describe('the next question', () => {
  test('is not asked again once the answer is not known', async () => {
    const [first, second] = await talk('我们42个人，在长宁做软件', '不清楚')
    expect(second && codesOf(second)).toContain('unsure')
    expect(second?.factQuestion?.facts).not.toEqual(first?.factQuestion?.facts)
  })

  test('is asked again after a correction that left it open', async () => {
    const [first, second] = await talk('我们42个人，在长宁做软件', '更正一下，员工是45个')
    expect(second?.factQuestion?.facts).toEqual(first?.factQuestion?.facts)
  })

  test('takes a reply it offers, also one that would be refused as a wish', async () => {
    const label = services.knowledge.eligibility.assessor.label('hasTaxEvasion3y', 'zh-CN')
    let answer = await last('我们是有限公司，42个人，民间投资专项担保计划能申请吗')
    const say = (message: string) =>
      answerOf(services.assistant, message, { asOf, conversationId: answer.conversationId })
    while (answer.factQuestion && !answer.factQuestion.facts.includes('hasTaxEvasion3y')) answer = await say('不清楚')
    expect(answer.factQuestion?.replies.map(({ message }) => message)).toContain(label)
    answer = await say(label)
    expect(answer.status).toBe('answered')
    expect(known(answer, 'hasTaxEvasion3y')).toMatchObject({ value: true })
    expect(verdictsOf(answer)['private-investment-guarantee']).toBe('ineligible')
  })

  test('stays in the language of the conversation when the answer is a figure', async () => {
    const answer = await last('我们是有限公司，想贷款', '45')
    expect(answer.locale).toBe('zh-CN')
  })
})

describe('which qualification first', () => {
  test('is answered by steps, each after those that lead to it', async () => {
    const answer = await last('我们是软件公司，42个人，注册在长宁', '先评哪个资质')
    expect(answer.reason).toBe('growth')
    const ids = answer.verdicts.map(({ policyId }) => policyId)
    expect(ids.indexOf('specialized-sme')).toBeLessThan(ids.indexOf('little-giant'))
  })
})
