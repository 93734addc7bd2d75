import type { Policy, PolicyFile } from '../../src/policy/index.ts'
import { parseClauses } from '../../src/policy/index.ts'
import { blankPolicy } from '../blank-policy.ts'

/** Prose that answers every topic a policy must answer. */
export const sampleProse = `# 示范贷

## 这是什么

1. {#what} 示范贷是长宁区的贷款产品。

## 谁能享受

2. {#who} 示范贷面向中小企业。

## 给什么

3. {#amount} 示范贷单户最高300万元，贴息50%。

## 怎么办理

4. {#how topic=materials,deadline,validity} 示范贷向银行申请，常年受理。

## 找谁问

5. {#contact} 示范贷向区发展改革委咨询。
`

/** A policy without a fault; give only what the test is about. */
export function samplePolicy(changes: Partial<Policy> = {}, prose: string = sampleProse): Policy {
  const { clauses } = parseClauses('sample.md', prose, 1)
  return { ...blankPolicy, clauses, ...changes }
}

const folders = { national: 'national', municipal: 'shanghai', district: 'changning' } as const

/** A policy as read from its file, where the front-matter key `x` stands on line 10. */
export function sampleFile(policy: Policy, changes: Partial<PolicyFile> = {}): PolicyFile {
  const file = `corpus/policies/${folders[policy.level]}/${policy.id}.md`
  return { file, policy, title: policy.title, lineOf: () => 10, ...changes }
}
