import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bestCombination, type CompanyProfile, type Finding } from '../../src/eligibility/index.ts'
import type { Rule } from '../../src/policy/index.ts'
import { assessor, findPolicy, randomFirm, asOf as realDay } from './real-eligibility.ts'
import { asOf, assessorOf, policyWith } from './sample-eligibility.ts'

const wording = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/eligibility/wording/${locale}.json`, 'utf8'))
const placesIn = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

test('both languages word the same things with the same places to fill', () => {
  const [chinese, english] = [wording('zh-CN'), wording('en')]
  expect(Object.keys(english)).toEqual(Object.keys(chinese))
  const differing = Object.keys(chinese).filter(
    (key) => placesIn(chinese[key]).join() !== placesIn(english[key]).join(),
  )
  expect(differing.filter((key) => chinese[key] !== english[key] && !key.startsWith('unit.'))).toEqual([])
})

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  test('no text of any assessment has a place left open, is empty, or shows a number that is none', () => {
    const faulty = new Set<string>()
    const textsOf = (finding: Finding): string[] => [finding.text, ...(finding.children ?? []).flatMap(textsOf)]
    for (let seed = 0; seed < 40; seed += 1) {
      const assessments = assessor.assessAll(randomFirm(seed).more, realDay, locale)
      const { certain, possible } = bestCombination(assessments, findPolicy)
      const texts = assessments.flatMap(({ findings, benefits }) => [
        ...findings.flatMap(textsOf),
        ...benefits.flatMap(({ steps }) => steps),
      ])
      for (const text of [...texts, certain.explanation.zh, possible.explanation.en])
        if (text === '' || /\{\w*\}|NaN|Infinity|undefined|null|∞/.test(text)) faulty.add(text)
    }
    expect([...faulty]).toEqual([])
  })
})

const clause = 'who'
function explain(rule: Rule, profile: CompanyProfile, locale: 'zh-CN' | 'en' = 'zh-CN'): Finding {
  const [finding] = assessorOf([policyWith(rule)]).assess('sample-loan', profile, asOf, locale).findings
  if (!finding) throw new Error('nothing was found')
  return finding
}

describe('a finding says what is required, what is known and what is short:', () => {
  test.each<[Rule, CompanyProfile, string, string]>([
    [
      { fact: 'employees', atMost: 300, clause },
      { employees: { value: 42 } },
      'met',
      '从业人数：须不超过300人，现为42人',
    ],
    [
      { fact: 'employees', below: 300, clause },
      { employees: { value: 300 } },
      'unmet',
      '从业人数：须低于300人，正好300人',
    ],
    [
      { fact: 'employees', atMost: 300, clause },
      { employees: { min: 310, max: 320 } },
      'unmet',
      '从业人数：须不超过300人，现为310人至320人，超出10人',
    ],
    [{ fact: 'patents', above: 5, clause }, { patents: { value: 3 } }, 'unmet', '发明专利：须超过5项，现为3项，差3项'],
    [
      { fact: 'employees', atLeast: 10, clause },
      { employees: { below: 10 } },
      'unmet',
      '从业人数：须不低于10人，现为10人以下，差1人',
    ],
    [
      { fact: 'monthsEstablished', atMost: 24, clause },
      { establishedOn: { value: '2024-08-31' } },
      'unmet',
      '成立时长：须不超过24个月，现为24个月多，超出1天',
    ],
    [
      { fact: 'revenue', atLeast: 20_000_000, below: 400_000_000, clause },
      { revenue: { value: 5_000_000 } },
      'unmet',
      '营业收入：须不低于2000万元且低于4亿元，现为500万元，差1500万元',
    ],
    [{ fact: 'revenue', atLeast: 20_000_000, clause }, {}, 'unknown', '营业收入：须不低于2000万元，还不知道'],
    [{ fact: 'rdRatio', above: 0.05, clause }, { rdRatio: { min: 0.04 } }, 'unknown', '研发占比：须超过5%，现为4%以上'],
    [
      { fact: 'rdRatio', above: 0.05, clause },
      { revenue: { value: 100 }, rdExpense: { value: 7 } },
      'met',
      '研发占比：须超过5%，现为7%',
    ],
    [
      { fact: 'monthsEstablished', atLeast: 36, clause },
      { establishedOn: { value: '2024-03-31' } },
      'unmet',
      '成立时长：须不低于36个月，现为29个月多，2027年3月31日起满足',
    ],
    [
      { fact: 'establishedOn', atLeast: '2025-01-01', clause },
      { establishedOn: { value: '2024-12-31' } },
      'unmet',
      '成立日期：须在2025年1月1日及以后，现为2024年12月31日',
    ],
    [
      { fact: 'place', in: ['changning', 'shanghai'], clause },
      { place: { value: 'mainland' } },
      'unmet',
      '注册地：须为长宁区、上海其他区，现为外省市',
    ],
    [
      { fact: 'place', is: 'changning', clause },
      { place: { oneOf: ['changning', 'shanghai'] } },
      'unknown',
      '注册地：须为长宁区，可能是长宁区、上海其他区',
    ],
    [
      { fact: 'isHighTech', is: true, clause },
      { isHighTech: { value: false } },
      'unmet',
      '须符合「高新技术企业」，现在不符合',
    ],
    [{ fact: 'hasArrears', is: false, clause }, {}, 'unknown', '不能有「欠薪」的情形，还不知道'],
    [{ review: { zh: '核心技术', en: 'core technology' }, clause }, {}, 'unknown', '由主管部门或专家判断：核心技术'],
    [
      { expression: 'patents * 10', label: { zh: '得分', en: 'score' }, atLeast: 60, clause },
      { patents: { value: 4 } },
      'unmet',
      '得分：须不低于60分，现为40分，差20分',
    ],
    [{ not: { fact: 'isHighTech', is: true, clause } }, { isHighTech: { value: true } }, 'unmet', '不得有下列情形'],
    [{ any: [{ fact: 'isHighTech', is: true, clause }], label: { zh: '直通', en: 'direct' } }, {}, 'unknown', '直通'],
  ])('%j with %j', (rule, profile, outcome, text) => {
    expect(explain(rule, profile)).toMatchObject({ outcome, text })
  })

  test('in English', () => {
    const rule: Rule = { fact: 'revenue', atLeast: 20_000_000, clause }
    expect(explain(rule, { revenue: { value: 5_000_000 } }, 'en').text).toBe(
      'revenue: must be at least 20,000,000 yuan; it is 5,000,000 yuan, short by 15,000,000 yuan',
    )
  })

  test('with the clause that says so, the fact and what is known of it', () => {
    expect(explain({ fact: 'employees', atMost: 300, clause }, { employees: { value: 42 } })).toMatchObject({
      clause: { policyId: 'sample-loan', anchor: 'who', number: 1, heading: '谁能享受' },
      fact: 'employees',
      actual: { value: 42 },
    })
  })
})

test('a condition holds only on the days of its clause', () => {
  const assessor = assessorOf([
    policyWith({
      all: [
        { fact: 'employees', atMost: 300, clause },
        { fact: 'rdRatio', atLeast: 0.05, clause: 'later' },
      ],
    }),
  ])
  const on = (day: string) => assessor.assess('sample-loan', { employees: { value: 42 } }, day, 'en').verdict
  expect([on('2026-12-31'), on('2027-01-01')]).toEqual(['eligible', 'undetermined'])
})
