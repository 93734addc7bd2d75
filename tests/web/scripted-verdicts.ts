import type { Assessment, FactQuestion } from '../../src/eligibility/index.ts'
import { assessment, benefit, clause, condition, group, review } from './finding-builders.ts'
import { closed, unpublished } from './scripted-closed.ts'
import { ineligible } from './scripted-misses.ts'
import { taxRelief } from './scripted-tax-relief.ts'

const loan = 'tech-performance-loan'
const hnte = 'high-tech-enterprise'
const bank = 'changning-enterprise-loan'
const subsidy = 'sme-loan-interest-subsidy'

const decided: readonly Assessment[] = [
  assessment(bank, '长宁企业贷', 'district', 'loan', {
    verdict: 'eligible',
    findings: [
      condition('met', '注册地：须为长宁区，现为长宁区', clause(bank, 'registered', 3), {
        fact: 'registeredPlace',
        actual: { value: 'changning' },
      }),
      group(
        'any',
        'met',
        '',
        condition('met', '上年营业收入：须不超过1亿元，现为3600万元', clause(bank, 'revenue', 4), {
          fact: 'revenue',
          actual: { value: 36_000_000 },
        }),
        condition('unknown', '有效期内的高新技术企业', clause(bank, 'hnte', 5), { fact: 'isHighTechEnterprise' }),
      ),
    ],
    benefits: [benefit('loan', '单户贷款额度', clause(bank, 'cap', 7, '给什么'), { cap: 10_000_000, per: '户' })],
    window: { state: 'open', name: '常年受理', from: null, until: null },
  }),
  assessment('tech-innovation-voucher', '上海市科技创新券', 'municipal', 'service', {
    verdict: 'eligible',
    findings: [
      condition('met', '注册地在上海', clause('tech-innovation-voucher', 'registered', 2), { fact: 'registeredPlace' }),
    ],
    benefits: [
      benefit('grant', '购买科技服务的补贴', clause('tech-innovation-voucher', 'cap', 5, '给什么'), {
        rate: 0.5,
        cap: 300_000,
        per: '年',
      }),
    ],
    window: { state: 'upcoming', name: '2027年度', from: '2027-01-04', until: '2027-11-30' },
  }),
  assessment(loan, '科技履约贷（含保费补贴）', 'municipal', 'loan', {
    verdict: 'undetermined',
    findings: [
      condition('met', '信用状况良好，不在严重失信主体名单', clause(loan, 'credit', 3), {
        fact: 'isSeriouslyDishonest',
        actual: { value: false },
      }),
      review('是科技履约贷、科技微贷通的授信企业，由合作银行认定', clause(loan, 'borrower', 2)),
    ],
    openReviews: [{ anchor: 'borrower', text: '是科技履约贷、科技微贷通的授信企业，由合作银行认定' }],
    benefits: [benefit('premium-subsidy', '保费补贴', clause(loan, 'premium-subsidy', 4, '给什么'), { rate: 0.5 })],
    window: { state: 'closed', name: '2024至2025年度', from: '2024-08-01', until: '2025-08-31' },
  }),
  assessment('policy-financing-guarantee', '上海市政策性融资担保与批次担保', 'municipal', 'guarantee', {
    verdict: 'undetermined',
    standing: 'unverified',
    findings: [
      { kind: 'standing', outcome: 'unknown', text: '政策现在是否仍在执行还没有核实', clause: null },
      condition(
        'met',
        '注册地：须为长宁区、上海其他区，现为长宁区',
        clause('policy-financing-guarantee', 'registered', 2),
        {
          fact: 'registeredPlace',
        },
      ),
    ],
    benefits: [
      benefit('guarantee', '单户担保金额上限', clause('policy-financing-guarantee', 'cap', 13, '给什么'), {
        cap: 30_000_000,
        per: '户',
      }),
    ],
  }),
  assessment(hnte, '高新技术企业认定', 'national', 'qualification', {
    verdict: 'undetermined',
    missingFacts: ['techStaffRatio', 'inventionPatents', 'taxableIncome', 'assets', 'loanIssuedOn'],
    openReviews: [
      { anchor: 'field', text: '核心技术属于国家重点支持的高新技术领域' },
      { anchor: 'score', text: '创新能力评价超过70分' },
    ],
    findings: [
      group(
        'all',
        'unknown',
        '下列条件须同时满足',
        condition('met', '注册成立满1年', clause(hnte, 'one-year', 4), { fact: 'establishedOn' }),
        condition('unknown', '科技人员占职工总数：须不低于10%，还不知道', clause(hnte, 'tech-staff', 8), {
          fact: 'techStaffRatio',
        }),
        group(
          'any',
          'unknown',
          '研发费用占销售收入的比例，按销售收入分三档',
          group(
            'all',
            'met',
            '销售收入不超过5000万元',
            condition('met', '研发费用占营业收入：须不低于5%，现为7%', clause(hnte, 'rd-ratio-small', 10), {
              fact: 'rdRatio',
              actual: { value: 0.07 },
            }),
          ),
          condition('unmet', '销售收入超过2亿元的，不低于3%', clause(hnte, 'rd-ratio-large', 12), { fact: 'revenue' }),
        ),
        {
          kind: 'condition',
          outcome: 'unknown',
          text: '评价得分：须不低于60分，现为50分至100分',
          clause: clause(hnte, 'score', 16),
          missingFacts: ['techStaffRatio', 'inventionPatents'],
        },
        condition('unknown', '至少1项知识产权', clause(hnte, 'ip', 5), { fact: 'inventionPatents' }),
        review('核心技术属于国家重点支持的高新技术领域', clause(hnte, 'field', 7)),
        group(
          'not',
          'met',
          '',
          condition('unmet', '近一年有重大安全事故', clause(hnte, 'no-accident', 22), { fact: 'isSeriouslyDishonest' }),
          condition('unknown', '近一年有严重环境违法', clause(hnte, 'no-pollution', 22), {
            fact: 'isSeriouslyDishonest',
          }),
        ),
      ),
    ],
    benefits: [
      benefit('title', '高新技术企业证书', clause(hnte, 'certificate', 23, '给什么'), { months: 36 }),
      benefit('tax-rate', '企业所得税税率', clause(hnte, 'tax-rate', 24, '给什么'), { rate: 0.15 }),
    ],
  }),
  assessment(subsidy, '中小微企业贷款贴息', 'national', 'interest-subsidy', {
    verdict: 'undetermined',
    missingFacts: ['loanIssuedOn', 'assets'],
    findings: [
      condition('unknown', '2026年1月1日起新发放的贷款', clause(subsidy, 'issue-date', 7), { fact: 'loanIssuedOn' }),
    ],
    benefits: [
      benefit('interest-subsidy', '固定资产贷款的贴息', clause(subsidy, 'fixed-asset-rate', 14, '给什么'), {
        rate: 0.015,
        per: '年',
        months: 24,
        outcome: 'unknown',
      }),
      benefit('loan', '单户贴息贷款规模上限', clause(subsidy, 'single-cap', 17, '给什么'), { cap: 75_000_000 }),
    ],
    window: { state: 'open', name: '贴息实施期', from: '2026-01-01', until: '2026-12-31' },
  }),
]

/** The verdicts for a company with this taxable income; 20 more possible ones where there are many. */
export function verdictsFor(taxableIncome: number | undefined, isMany = false): Assessment[] {
  const model = decided.at(-1)
  const more = model !== undefined && isMany ? Array.from({ length: 20 }, (_, index) => numbered(model, index + 1)) : []
  return [taxRelief(taxableIncome), closed, ...decided, ...more, unpublished, ...ineligible]
}

function numbered(model: Assessment, number: number): Assessment {
  return { ...model, policyId: `${model.policyId}-${number}`, title: `${model.title}（第${number}批）` }
}

export const incomeQuestion: FactQuestion = {
  facts: ['taxableIncome'],
  text: '上一年应纳税所得额（大致是利润）多少？',
  replies: [
    { label: '不到100万元', message: '应纳税所得额不到100万元' },
    { label: '100万至300万元', message: '应纳税所得额100万至300万元' },
    { label: '超过300万元', message: '应纳税所得额超过300万元' },
    { label: '不清楚', message: '应纳税所得额不清楚' },
  ],
}
