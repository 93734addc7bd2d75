import { checkRules, type RuleCheckParts } from '../../src/eligibility/index.ts'
import {
  type Benefit,
  formatProblem,
  type Notions,
  type Policy,
  parseClauses,
  type Rule,
} from '../../src/policy/index.ts'
import { blankPolicy } from '../blank-policy.ts'
import { sampleFile } from '../policy/sample-policy.ts'
import { catalogue, industries } from './sample-eligibility.ts'

export const prose = `# 示范贷

## 谁能享受

1. {#all} 示范贷的下列条件须同时满足。
2. {#size} 申请企业从业人数不超过300人，资产总额不超过5000万元。
3. {#age} 申请企业成立满3年。
4. {#date} 贷款在2026年1月1日以后发放。
5. {#scores} 研发占比不低于5%得20分，专利至少2件。

## 给什么

6. {#amount} 补贴实际费用的50%，最高300万元。

## 要留意

7. {#trap} 有失信记录的企业不得申请。
`
export const size: Rule = { fact: 'employees', atMost: 300, clause: 'size' }
/** A rule without a fault, and every other clause marked. */
export const good: Partial<Policy> = { rule: { all: [size] }, notConditions: ['all', 'age', 'date', 'scores', 'trap'] }
/** Where the parts of the front matter stand. */
const lines: Readonly<Record<string, number>> = {
  rule: 20,
  'rule.all.0': 22,
  'rule.all.1': 23,
  notConditions: 30,
  'benefits.0': 40,
  'benefits.0.when': 41,
  grants: 50,
}

export function problems(changes: Partial<Policy>, notions: Notions = {}): string[] {
  const { clauses } = parseClauses('sample.md', prose, 61)
  const policy = { ...blankPolicy, clauses, ...good, ...changes }
  const file = sampleFile(policy, { file: 'x.md', lineOf: (path) => lines[path.join('.')] ?? 0 })
  return checkRules([file], partsWith(notions)).map(formatProblem)
}

export function partsWith(notions: Notions): RuleCheckParts {
  return { catalogue, notions, isIndustry: (code) => industries.leavesOf(code).length > 0 }
}

export const score = { zh: '得分', en: 'score' }
export const benefit = (changes: Partial<Benefit>): Benefit[] => [
  { type: 'grant', label: '补贴', clause: 'amount', ...changes },
]
