import type { Assessment } from '../../src/eligibility/index.ts'
import { assessment, benefit, clause, condition, group } from './finding-builders.ts'

const special = 'specialized-sme'
const startup = 'startup-social-insurance-subsidy'
const guaranteed = 'startup-guaranteed-loan'
const district = 'changning-headquarters-sme'

/** Policies that the scripted company misses, in an order of no other sense: the page has to keep it. */
export const ineligible: readonly Assessment[] = [
  assessment(district, '长宁区总部和中小企业专项政策', 'district', 'grant', {
    verdict: 'ineligible',
    findings: [
      condition('unmet', '年度区级税收贡献不低于500万元', clause(district, 'tax', 3), { fact: 'taxableIncome' }),
      condition('unmet', '上年营业收入：须不低于1亿元，现为3600万元，差6400万元', clause(district, 'revenue', 4), {
        fact: 'revenue',
        actual: { value: 36_000_000 },
      }),
      group(
        'not',
        'unmet',
        '不得有下列情形',
        condition('met', '近三年有重大安全事故', clause(district, 'accident', 5), { fact: 'hasMajorAccident3y' }),
      ),
    ],
    benefits: [benefit('grant', '总部开办资助', clause(district, 'grant', 8, '给什么'), { cap: 5_000_000 })],
    distance: { unmet: 3, gaps: [{ fact: 'revenue', anchor: 'revenue', by: 64_000_000 }] },
  }),
  assessment(special, '专精特新中小企业认定', 'municipal', 'qualification', {
    verdict: 'ineligible',
    findings: [
      group(
        'all',
        'unmet',
        '下列条件须同时满足',
        condition(
          'unmet',
          '从事细分市场的年限：须不低于6年，现为5年8个月，2027年3月1日起满足',
          clause(special, 'years', 4),
          {
            fact: 'establishedOn',
            possibleFrom: '2027-03-01',
          },
        ),
        condition('met', '上年研发费用占营业收入：须不低于3%，现为7%', clause(special, 'rd', 6), {
          fact: 'rdRatio',
          actual: { value: 0.07 },
        }),
      ),
    ],
    benefits: [
      benefit('reward', '区级一次性奖励', clause(special, 'reward', 12, '给什么'), {
        amount: { min: 100_000, max: 200_000 },
      }),
    ],
    distance: { unmet: 1, gaps: [{ fact: 'establishedOn', anchor: 'years', by: null }] },
    possibleFrom: '2027-03-01',
  }),
  assessment(startup, '上海初创期社会保险补贴', 'municipal', 'grant', {
    verdict: 'ineligible',
    standing: 'unverified',
    findings: [
      condition('unmet', '成立时长：须不超过36个月，现为68个月，超32个月', clause(startup, 'period', 4), {
        fact: 'monthsEstablished',
        actual: { value: 68 },
      }),
    ],
    benefits: [
      benefit('grant', '初创期社保补贴', clause(startup, 'rate', 5, '给什么'), { rate: 0.5, per: '人', months: 36 }),
    ],
    distance: { unmet: 1, gaps: [{ fact: 'monthsEstablished', anchor: 'period', by: 32 }] },
  }),
  assessment(guaranteed, '上海市创业担保贷款', 'municipal', 'loan', {
    verdict: 'ineligible',
    standing: 'unverified',
    findings: [
      group(
        'any',
        'unmet',
        '满足下列其中一项：个人创业，或创业组织成立不超过3年',
        condition('unmet', '成立不超过3年', clause(guaranteed, 'age', 4), { fact: 'monthsEstablished' }),
        condition('unmet', '个人创业', clause(guaranteed, 'person', 3), { fact: 'registeredPlace' }),
      ),
      condition('unmet', '从业人数：须不超过40人，现为42人，超2人', clause(guaranteed, 'staff', 5), {
        fact: 'employees',
        actual: { value: 42 },
      }),
    ],
    benefits: [benefit('loan', '创业组织贷款', clause(guaranteed, 'cap', 6, '给什么'), { cap: 3_000_000, months: 24 })],
    distance: { unmet: 2, gaps: [{ fact: 'employees', anchor: 'staff', by: 2 }] },
  }),
]
