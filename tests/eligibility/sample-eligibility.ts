import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { createAssessor, createIndustries, FactCatalogue, Industries } from '../../src/eligibility/index.ts'
import type { Benefit, Notions, Policy, Rule } from '../../src/policy/index.ts'
import { samplePolicy } from '../policy/sample-policy.ts'

export const asOf = '2026-09-01'
export const industryData = Industries.parse(parse(readFileSync('corpus/industries.yaml', 'utf8'), { schema: 'core' }))
export const industries = createIndustries(industryData)

const label = (zh: string, en: string) => ({ label: { zh, en }, question: { zh: `${zh}？`, en: `${en}?` } })
const option = (zh: string, en: string) => ({ label: { zh, en }, words: [] })

/** A few facts of every type. */
export const catalogue = FactCatalogue.parse({
  groups: { record: { question: { zh: '有没有下面的情况？', en: 'Did any of these happen?' } } },
  facts: {
    employees: { type: 'number', unit: 'people', ...label('从业人数', 'employees'), difficulty: 1 },
    revenue: { type: 'number', unit: 'yuan', ...label('营业收入', 'revenue'), difficulty: 2 },
    assets: { type: 'number', unit: 'yuan', ...label('资产总额', 'total assets') },
    taxableIncome: { type: 'number', unit: 'yuan', min: -1e12, ...label('应纳税所得额', 'taxable income') },
    rdExpense: { type: 'number', unit: 'yuan', ...label('研发费用', 'R&D expense'), derivedFrom: 'rdRatio * revenue' },
    rdRatio: {
      type: 'number',
      unit: 'ratio',
      max: 10,
      ...label('研发占比', 'R&D share'),
      derivedFrom: 'rdExpense / revenue',
    },
    patents: { type: 'number', unit: 'count', ...label('发明专利', 'patents') },
    intellectualProperty: { type: 'number', unit: 'count', ...label('知识产权', 'IP rights'), minimumFrom: 'patents' },
    establishedOn: { type: 'date', ...label('成立日期', 'date of establishment'), difficulty: 1 },
    monthsEstablished: {
      type: 'number',
      unit: 'months',
      label: { zh: '成立时长', en: 'time since establishment' },
      monthsSince: 'establishedOn',
    },
    industry: { type: 'industry', ...label('所属行业', 'industry'), difficulty: 1 },
    sizeClass: {
      type: 'choice',
      ...label('企业规模', 'size class'),
      derivedFrom: 'size class',
      options: {
        large: option('大型', 'large'),
        medium: option('中型', 'medium'),
        small: option('小型', 'small'),
        micro: option('微型', 'micro'),
      },
    },
    place: {
      type: 'choice',
      ...label('注册地', 'place of registration'),
      options: {
        changning: option('长宁区', 'Changning'),
        shanghai: option('上海其他区', 'elsewhere in Shanghai'),
        mainland: option('外省市', 'elsewhere'),
      },
    },
    isHighTech: { type: 'boolean', ...label('高新技术企业', 'high-tech enterprise'), difficulty: 1 },
    isSpecialized: { type: 'boolean', ...label('专精特新中小企业', 'specialised SME'), difficulty: 1 },
    isDishonest: { type: 'boolean', group: 'record', ...label('严重失信', 'seriously dishonest'), difficulty: 1 },
    hasArrears: { type: 'boolean', group: 'record', ...label('欠薪', 'unpaid wages'), difficulty: 1 },
  },
})

/** Rules cite `who`; `later` holds only from its day on. */
const prose = `# 示范贷

## 谁能享受

1. {#who} 示范贷面向中小企业，从业人数不超过300人，成立满36个月。
2. {#later from=2027-01-01} 2027年起，示范贷要求研发占比不低于5%。

## 给什么

3. {#amount} 示范贷给50%，最高300万元。
`

/** A policy of which only the rule and the benefits matter. */
export function policyWith(
  rule: Rule | null,
  benefits: readonly Benefit[] = [],
  changes: Partial<Policy> = {},
): Policy {
  return samplePolicy({ rule, benefits: [...benefits], ...changes }, prose)
}

export function assessorOf(policies: readonly Policy[], notions: Notions = {}) {
  return createAssessor({ policies, catalogue, notions, industries })
}

/** One policy with the rule, ready to be judged. */
export function judgeOf(rule: Rule, notions: Notions = {}) {
  const assessor = assessorOf([policyWith(rule)], notions)
  return { assessor, policyId: 'sample-loan' }
}
