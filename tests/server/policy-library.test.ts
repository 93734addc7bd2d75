import { expect, test } from 'vitest'
import { type Policy, policyDocument } from '../../src/policy/index.ts'
import type { Retriever } from '../../src/retrieval/index.ts'
import { PolicyReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { searchLibrary } from '../../src/server/policy-library.ts'
import { blankPolicy } from '../blank-policy.ts'
import { sampleServices } from './sample-services.ts'

const asOf = '2026-11-23'
const loan = policyWith({ id: 'loan', title: '兴业贷', kind: 'loan', level: 'municipal' }, ['可向泰隆银行申请。'])
const grant = policyWith({ id: 'grant', title: '泰隆补贴', kind: 'grant' }, ['每户一万元。'])
const draft = policyWith({ id: 'draft', title: '草稿', status: 'draft', kind: 'grant' }, ['与泰隆银行无关。'])
const policies = [loan, grant, draft]

test('a word in a name comes first, a word that only a clause has brings the clause along', async () => {
  const { policies: found } = await searchLibrary(policies, { q: '泰隆' }, asOf, retrieverOf(policies))
  expect(found.map(({ id, clause }) => [id, clause?.text ?? null])).toEqual([
    ['grant', null],
    ['loan', '可向泰隆银行申请。'],
    ['draft', '与泰隆银行无关。'],
  ])
})

test('a passage that only resembles the words is not found', async () => {
  const { total } = await searchLibrary(policies, { q: '泰隆银行贷' }, asOf, retrieverOf(policies, 0.6))
  expect(total).toBe(0)
})

test('each facet counts what its choices would leave beside the other choices', async () => {
  const { total, facets } = await searchLibrary(policies, { kind: 'grant', standing: 'applicable' }, asOf, undefined)
  expect(total).toBe(1)
  expect(facets).toEqual({
    kind: { loan: 1, grant: 1 },
    standing: { 'in-force': 1, draft: 1 },
    level: { district: 1 },
    part: {},
  })
})

test('the period that matters on the day comes with a policy', async () => {
  const windows = [
    { name: '第一批', from: '2026-01-01', until: '2026-02-01', clause: 'c1' },
    { name: '第二批', from: '2026-11-01', until: '2026-12-01', clause: 'c1' },
  ]
  const { policies: found } = await searchLibrary([{ ...loan, windows }], {}, asOf, undefined)
  expect(found[0]?.window).toEqual({ state: 'open', name: '第二批', from: '2026-11-01', until: '2026-12-01' })
})

test('a policy names its versions, oldest first, and what it requires, unlocks and excludes', async () => {
  const old = policyWith({ id: 'z-old', status: 'historical', supersededBy: 'title' }, [])
  const title = policyWith({ id: 'title', supersedes: ['z-old'], exclusive: ['grant'], prerequisites: ['loan'] }, [])
  const reward = policyWith({ id: 'reward', prerequisites: ['title'] }, [])
  const app = await buildApp({ ...sampleServices(), policies: [loan, grant, title, old, reward] })
  const { versions, related } = PolicyReply.parse((await app.inject('/v1/policies/title')).json())
  expect(versions.map(({ id, standing }) => [id, standing])).toEqual([
    ['z-old', 'superseded'],
    ['title', 'in-force'],
  ])
  const ids = Object.entries(related).map(([name, found]) => [name, found.map(({ id }) => id)])
  expect(Object.fromEntries(ids)).toEqual({ requires: ['loan'], unlocks: ['reward'], excludes: ['grant'] })
})

/** Finds every passage that holds one of the query's characters in a row, and says that all of it is there. */
function retrieverOf(all: readonly Policy[], coverage = 1): Retriever {
  return {
    search: async (query) => ({
      coverage,
      passages: all
        .flatMap((policy) => policyDocument(policy).passages)
        .filter(({ text }) => text.includes(query.slice(0, 2)))
        .map((passage) => ({ passage, score: 1, coverage, keyword: null, vector: null })),
    }),
  }
}

function policyWith(changes: Partial<Policy>, texts: readonly string[]): Policy {
  const clauses = texts.map((text, index) => ({
    anchor: `c${index + 1}`,
    number: index + 1,
    heading: '给什么' as const,
    topics: ['amount' as const],
    text,
    from: null,
    until: null,
    nature: null,
    line: index + 1,
  }))
  return { ...blankPolicy, status: 'in-force', clauses, ...changes }
}
