import { describe, expect, test } from 'vitest'
import { chooseVersion } from '../../src/answering/choose-version.ts'
import { createCorpus } from '../../src/answering/index.ts'
import type { SourceDocument } from '../../src/policy/index.ts'
import { expectWarned } from './promises.ts'
import { anchorsOf, codesOf, sampleAssistant, textsOf } from './sample-assistant.ts'
import { samplePolicies } from './sample-policies.ts'

const { ask } = sampleAssistant()
const corpus = createCorpus(samplePolicies)
const versions = samplePolicies.filter(({ id }) => id.startsWith('qinghe'))

describe('a policy', () => {
  test.each([
    ['星火草案', 'draft'],
    ['长河奖励', 'expired'],
    ['旧渡奖励', 'historical'],
    ['明岸奖励', 'not-yet'],
    ['未核奖励', 'unverified'],
  ])('%s is shown with the warning that it is %s', async (name, standing) => {
    for (const question of [`${name}给多少`, `${name}要什么条件`, name, `${name}怎么申请`]) {
      const answer = await ask(question)
      expect(codesOf(answer)[0]).toBe(standing)
      expect(answer.notices[0]).toMatchObject({ place: 'before', text: expect.stringContaining(`《${name}》`) })
      expect(answer.citations.map(({ status }) => status)).toEqual(answer.citations.map(() => standing))
    }
  })

  test('that is a draft carries the word at every heading', async () => {
    const answer = await ask('星火草案给多少')
    expect(answer.sentences.map(({ heading }) => heading)).toEqual(answer.sentences.map(() => '【草案】星火草案'))
  })

  test.each([
    ['长河奖励', '2026-06-30', true],
    ['长河奖励', '2026-07-01', false],
    ['明岸奖励', '2026-12-31', false],
    ['明岸奖励', '2027-01-01', true],
  ])('%s asked about as of %s applies: %s', async (name, asOf, isInForce) => {
    const answer = await ask(`${name}给多少`, { asOf })
    expect(codesOf(answer)).toHaveLength(isInForce ? 1 : 2)
    expect(answer.citations.every(({ status }) => (status === 'in-force') === isInForce)).toBe(true)
  })

  test.each([
    ['青禾补贴给多少', '2026-11-23', 'qinghe', []],
    ['今年的青禾补贴给多少', '2026-11-23', 'qinghe', []],
    ['青禾补贴给多少', '2025-12-31', 'qinghe-2025', []],
    ['青禾补贴给多少', '2026-01-01', 'qinghe', []],
    ['青禾老规定给多少', '2026-11-23', 'qinghe', ['instead']],
    ['青禾老规定给多少', '2025-06-01', 'qinghe-2025', []],
    ['2025年的青禾补贴给多少', '2026-11-23', 'qinghe-2025', ['older-version']],
    ['去年青禾补贴给多少', '2026-11-23', 'qinghe-2025', ['older-version']],
    ['2026年的青禾补贴给多少', '2026-11-23', 'qinghe', []],
  ])('「%s」 as of %s is answered from %s', async (question, asOf, policyId, notices) => {
    const answer = await ask(question, { asOf })
    expect(anchorsOf(answer)).toEqual([`${policyId}#grant`])
    expect(codesOf(answer)).toEqual([...notices, 'as-of'])
  })

  test('named in its newer version is answered from the one of the day, and the answer says so', async () => {
    const target = chooseVersion(
      versions.filter(({ id }) => id === 'qinghe'),
      [],
      '2025-06-01',
      corpus,
    )
    expect(target).toMatchObject({ policy: { id: 'qinghe-2025' }, standing: 'in-force', instead: { id: 'qinghe' } })
  })

  test('is chosen alike whatever version was named first', () => {
    for (const years of [[], [2024], [2025], [2026]])
      for (const asOf of ['2025-01-01', '2025-12-31', '2026-01-01', '2026-11-23']) {
        const chosen = [versions, [...versions].reverse()].map((named) => chooseVersion(named, years, asOf, corpus))
        expect(chosen[0]?.policy.id).toBe(chosen[1]?.policy.id)
      }
  })

  test('of no name chooses no version', () => {
    expect(chooseVersion([], [2025], '2026-11-23', corpus)).toBeNull()
  })

  test('may share its name with one of another level; both are answered, nearest first', async () => {
    const answer = await ask('稳企担保费率多少')
    expect(anchorsOf(answer)).toEqual(['wenqi-district#fee', 'wenqi-municipal#fee'])
    expect(answer.sentences.map(({ heading }) => heading)).toEqual(['全区稳企担保', '全市稳企担保'])
  })
})

describe('whatever does not apply', () => {
  const questions = [
    '有每户33万元的奖励吗',
    '本地企业有什么奖励',
    '旧补贴给多少',
    '有哪些补贴',
    '有哪些奖励',
    '一项奖励',
  ]

  test.each(questions)('is never shown without a warning for 「%s」', async (question) => {
    for (const asOf of ['2024-06-01', '2025-06-01', '2026-11-23', '2027-06-01'])
      expectWarned(await ask(question, { asOf }))
  })
})

describe('a figure', () => {
  test.each([
    ['云帆贷去年放了几笔', '2026-11-23', false],
    ['云帆贷2025年放了几笔', '2026-11-23', false],
    ['云帆贷去年放了几笔', '2025-11-23', true],
    ['云帆贷2024年放了几笔', '2026-11-23', true],
  ])('for 「%s」 as of %s is flagged as one of another year: %s', async (question, asOf, isFlagged) => {
    const answer = await ask(question, { asOf })
    expect(textsOf(answer)).toContain('云帆贷2025年放款12笔。')
    expect(codesOf(answer).includes('other-year')).toBe(isFlagged)
    expect(answer.status).toBe(isFlagged ? 'partly-answered' : 'answered')
  })

  test('of a year beyond the published end is not promised', async () => {
    const answer = await ask('2027年的长河奖励给多少', { asOf: '2026-06-01' })
    expect(codesOf(answer)).toContain('beyond-end')
  })
})

describe('an official original', () => {
  const clause = '购置天文望远镜的企业，按实际支出的30%补贴。'
  const passage = { id: 'original#1', documentId: 'original', anchor: '1', headings: [], text: clause, start: 0 }
  const original: SourceDocument = {
    id: 'original',
    origin: 'original',
    title: '天文望远镜补贴办法',
    documentNumber: null,
    level: null,
    kind: null,
    status: 'in-force',
    publishedOn: null,
    effectiveFrom: null,
    effectiveUntil: '2025-12-31',
    sourceUrl: null,
    aliases: [],
    text: clause,
    passages: [{ ...passage, bodyStart: 0, end: clause.length, validFrom: null, validUntil: null }],
  }
  const over = (changes: Partial<SourceDocument>) => sampleAssistant(samplePolicies, [{ ...original, ...changes }])
  const question = '购置天文望远镜补贴多少'

  test('is answered from while it is in force', async () => {
    const answer = await over({}).ask(question, { asOf: '2025-12-31' })
    expect(textsOf(answer)).toEqual([clause])
    expectWarned(answer)
  })

  test.each([
    { effectiveUntil: '2025-12-31' },
    { effectiveFrom: '2027-01-01', effectiveUntil: null },
    { status: 'draft' as const },
    { status: 'historical' as const },
  ])('that does not apply (%j) is never shown without a warning', async (changes) => {
    expectWarned(await over(changes).ask(question))
  })
})
