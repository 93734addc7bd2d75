import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCases } from '../../evals/answers/case.ts'
import { statesFigure } from '../../evals/answers/text-figures.ts'

const corpus = new Map(
  globSync('corpus/policies/*/*.md').map((file) => [basename(file, '.md'), readFileSync(file, 'utf8')]),
)
const cases = loadCases()
const turns = cases.flatMap(({ id, turns }) => turns.map((turn) => ({ id, ...turn })))

describe('the written cases fit the corpus', () => {
  test('every policy of the corpus is asked about by name', () => {
    const asked = new Set(turns.flatMap(({ expectedPolicies = [] }) => expectedPolicies))
    expect([...corpus.keys()].filter((id) => !asked.has(id))).toEqual([])
  })

  test('every policy that a case names exists', () => {
    const named = turns.flatMap((turn) => [
      ...(turn.expectedPolicies ?? []),
      ...(turn.expectedAllPolicies ?? []),
      ...(turn.forbiddenPolicies ?? []),
    ])
    expect(named.filter((id) => !corpus.has(id))).toEqual([])
  })

  test('every clause that a case names exists in a policy that it expects', () => {
    const dead = turns.flatMap(({ id, expectedAnchors = [], expectedPolicies = [] }) =>
      expectedAnchors
        .filter((reference) => {
          const [policy = '', anchor = ''] = reference.split('#')
          return !expectedPolicies.includes(policy) || !new RegExp(`\\{#${anchor}[ }]`).test(corpus.get(policy) ?? '')
        })
        .map((reference) => `${id}: ${reference}`),
    )
    expect(dead).toEqual([])
  })

  test('every figure that a case expects stands in a policy that it expects', () => {
    const unsupported = turns.flatMap(
      ({ id, expectedFigures = [], expectedPolicies = [], expectedAllPolicies = [] }) => {
        const text = [...expectedPolicies, ...expectedAllPolicies].map((policy) => corpus.get(policy) ?? '').join('\n')
        return expectedFigures.filter((figure) => !statesFigure(text, figure)).map((figure) => `${id}: ${figure}`)
      },
    )
    expect(unsupported).toEqual([])
  })

  test('ids are unique and both splits are of like size', () => {
    const open = cases.filter(({ split }) => split === 'open').length
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(Math.abs(open - cases.length / 2)).toBeLessThan(cases.length * 0.05)
  })
})
