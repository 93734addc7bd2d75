import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../src/adapters/corpus-files.ts'
import { policyDocument } from '../../src/policy/index.ts'
import { samplePolicy } from './sample-policy.ts'

const policies = await loadPolicies('corpus')

describe('a policy as a document', () => {
  test('has one passage per clause, each quoting it word for word', () => {
    const policy = samplePolicy()
    const { passages } = policyDocument(policy)
    expect(passages.map(({ text }) => text)).toEqual(policy.clauses.map(({ text }) => text))
    expect(passages.map(({ id }) => id)).toEqual(policy.clauses.map(({ anchor }) => `sample-loan#${anchor}`))
  })

  test('keeps the days of a clause that is limited in time', () => {
    const prose = '# 示范贷\n\n## 给什么\n\n1. {#amount from=2026-06-01 until=2026-08-31} 最高50万元。\n'
    expect(policyDocument(samplePolicy({}, prose)).passages[0]).toMatchObject({
      validFrom: '2026-06-01',
      validUntil: '2026-08-31',
    })
  })

  test('is linked to the first source that has an address', () => {
    const source = { title: '示范', number: null, nature: 'official' } as const
    const url = 'https://www.shcn.gov.cn/a.html'
    const policy = samplePolicy({
      sources: [
        { ...source, url: null },
        { ...source, url },
      ],
    })
    expect(policyDocument(policy).sourceUrl).toBe(url)
  })
})

test.each(policies.map((policy) => [policy.id, policy] as const))(
  'the passages of %s join to its text',
  (_, policy) => {
    const { text, passages } = policyDocument(policy)
    expect(passages.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    for (const passage of passages) {
      expect(text.slice(passage.bodyStart, passage.end).trimEnd()).toBe(passage.text)
      expect(passage.bodyStart).toBeGreaterThan(passage.start)
    }
  },
)
