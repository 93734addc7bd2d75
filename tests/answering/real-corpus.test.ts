import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadLexicon } from '../../src/adapters/corpus-files.ts'
import { type Answer, AskError } from '../../src/answering/index.ts'
import { loadConfig } from '../../src/config.ts'
import { isApplicable, type Policy, type PolicyKind, standingOf } from '../../src/policy/index.ts'
import { openLocalServices } from '../../src/services.ts'
import { expectPromises } from './promises.ts'
import { type Asking, anchorsOf, answerOf, today } from './sample-assistant.ts'

let folder: string
let services: Awaited<ReturnType<typeof openLocalServices>>
const ask = (message: string, asking?: Asking) => answerOf(services.assistant, message, asking)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-navigator-answering-'))
  services = await openLocalServices(loadConfig({ DATA_DIR: folder }))
}, 60_000)

afterAll(async () => {
  await services.close()
  await rm(folder, { recursive: true })
})

/** Without what differs each time. */
function sameParts({ id: _, conversationId: __, ...answer }: Answer) {
  return answer
}

const lexicon = await loadLexicon('corpus')
const everydayWords = [
  ...Object.values(lexicon.topics).flat(),
  ...lexicon.lists.flatMap(({ words }) => words),
  ...[lexicon.compareWords, lexicon.unlockWords, lexicon.followUpWords, lexicon.versionWords].flat(),
  ...['2025年', '去年', '第二个', '长宁', '50万', '有哪些', '多少', '吗', '？', '，', ' '],
]

describe('over the corpus of the product', () => {
  test('whatever is written, up to 500 characters, is answered as promised or refused with a reason', async () => {
    const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 500 })
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      codeUnits.map((units) => String.fromCharCode(...units)),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (message) => {
        const answer = await ask(message).catch((error: unknown) => error)
        if (answer instanceof AskError) return
        if (answer instanceof Error) throw answer
        await expectPromises(await ask(message), services.knowledge.findDocument)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('any run of names and everyday words is answered as promised on any day', async () => {
    const names = services.knowledge.policies.flatMap(({ title, aliases }) => [title, ...aliases])
    const words = fc.array(fc.oneof(fc.constantFrom(...names), fc.constantFrom(...everydayWords)), {
      minLength: 1,
      maxLength: 6,
    })
    const days = fc.constantFrom('2019-01-01', '2023-06-30', '2025-12-31', today, '2030-01-01')
    await fc.assert(
      fc.asyncProperty(words, days, async (parts, asOf) => {
        const message = parts.join('')
        if (!/[\p{Letter}\p{Number}]/u.test(message)) return
        await expectPromises(await ask(message, { asOf }), services.knowledge.findDocument)
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  test.each(['科技履约贷的保费补贴是多少？怎么申请？', '有哪些贷款产品', '小饭馆贷款能贴息吗', '你好'])(
    '「%s」 asked twice has the same answer',
    async (question) => {
      expect(sameParts(await ask(question))).toEqual(sameParts(await ask(question)))
    },
  )

  test('every policy asked for by its title answers each topic itself, or by its version of the day', async () => {
    const { policies, answering } = services.knowledge
    const topics = ['要什么条件', '给多少', '怎么申请', '要什么材料', '什么时候申请', '有效期', '找谁问', '是什么']
    const strays: string[] = []
    for (const policy of policies)
      for (const topic of topics) {
        const answer = await ask(`${policy.title}${topic}`)
        const family = answering.corpus.versions(policy).map(({ id }) => id)
        const isOwn = answer.citations.some(({ policyId }) => family.includes(policyId))
        if (!isOwn) strays.push(`${policy.id} ${topic}: ${answer.status} ${anchorsOf(answer).join(' ')}`)
      }
    expect(strays).toEqual([])
  }, 60_000)

  test.each<[string, PolicyKind]>([
    ['有哪些贷款产品', 'loan'],
    ['有哪些税收优惠', 'tax'],
    ['有哪些资质认定', 'qualification'],
    ['有哪些融资担保', 'guarantee'],
    ['有哪些法规', 'regulation'],
  ])('「%s」 holds every %s in force, and its count', async (question, kind) => {
    const answer = await ask(question)
    const expected = services.knowledge.policies.filter((policy) => policy.kind === kind && applies(policy))
    const listed = new Set(answer.citations.map(({ policyId }) => policyId))
    expect(expected.filter(({ id }) => !listed.has(id)).map(({ id }) => id)).toEqual([])
    expect(answer.notices[0]?.text).toContain(`共${listed.size}项`)
    expect(answer.citations.every(({ status }) => isApplicable(status))).toBe(true)
  })

  test.each([
    ['我们是高企，招残疾人有什么好处', 'disabled', 'high-tech-enterprise'],
    ['我们是小规模纳税人，买设备能一次性扣吗', 'equipment-expensing', 'vat-small-scale'],
    ['我们是专精特新企业，复核要准备什么', 'specialized-sme', 'little-giant'],
  ])('「%s」 is answered from %s, not from %s', async (question, meant, other) => {
    const cited = (await ask(question)).citations.map(({ policyId }) => policyId)
    expect(cited.some((id) => id.startsWith(meant))).toBe(true)
    expect(cited).not.toContain(other)
  })

  test('who names two titles and asks for loans is shown what loans fit', async () => {
    const { reason, verdicts } = await ask('我们是高企又是专精特新，贷款有什么优惠')
    expect(reason).toBe('match')
    expect(['loan', 'guarantee', 'interest-subsidy', 'tax', 'grant']).toContain(verdicts[0]?.kind)
    expect(verdicts.slice(0, 3).map(({ kind }) => kind)).toContain('loan')
  })

  test('who is out of money is shown every loan, whatever else is told', async () => {
    const [plain, told] = [await ask('有哪些贷款产品'), await ask('账上没钱发工资了，能不能先借点')]
    expect(told.citations.map(({ policyId }) => policyId)).toEqual(plain.citations.map(({ policyId }) => policyId))
  })

  test('a rate or the other is answered by the clause that has it, in few sentences', async () => {
    const { sentences } = await ask('研发费用加计扣除现在是100%还是120%')
    expect(sentences.some(({ text }) => text.includes('100%加计扣除'))).toBe(true)
    expect(sentences.length).toBeLessThan(16)
  })

  test('a question beside what a policy says is told to be so', async () => {
    const { status, notices } = await ask('小规模转一般纳税人以后还能转回来吗')
    expect(status).toBe('partly-answered')
    expect(notices.map(({ code }) => code)).toContain('closest')
  })

  test('the premium subsidy of the performance loan is half, with its document number', async () => {
    const answer = await ask('科技履约贷的保费补贴是多少？怎么申请？')
    expect(['answered', 'partly-answered']).toContain(answer.status)
    const cited = answer.citations.find(({ anchor }) => anchor === 'premium-subsidy')
    expect(cited).toMatchObject({ policyId: 'tech-performance-loan', documentNumber: '沪科〔2025〕212号' })
    expect(cited?.quote).toContain('50%')
  })
})

function applies(policy: Policy): boolean {
  return isApplicable(standingOf(policy, today))
}
