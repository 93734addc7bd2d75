import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuseRanks, reciprocalRank } from '../../src/retrieval/rank-fusion.ts'

const ids = fc.uniqueArray(fc.stringMatching(/^[a-f]{1,2}$/), { maxLength: 12 })
const list = fc.record({ ids, weight: fc.double({ min: 0.01, max: 2, noNaN: true }) })

describe('rank fusion', () => {
  it('gives every id of every list exactly once', () => {
    fc.assert(
      fc.property(fc.array(list, { maxLength: 3 }), (lists) => {
        const fused = fuseRanks(lists).map(({ id }) => id)
        expect(new Set(fused)).toEqual(new Set(lists.flatMap((one) => one.ids)))
        expect(fused).toHaveLength(new Set(fused).size)
      }),
    )
  })

  it('does not depend on the order of the lists', () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        expect(fuseRanks([one, other])).toEqual(fuseRanks([other, one]))
      }),
    )
  })

  it('keeps the order of a single list', () => {
    fc.assert(
      fc.property(list, (one) => {
        expect(fuseRanks([one]).map(({ id }) => id)).toEqual(one.ids)
      }),
    )
  })

  it('never puts an id below one that it beats in both lists', () => {
    fc.assert(
      fc.property(ids, fc.nat(), (shared, seed) => {
        fc.pre(shared.length >= 2)
        const [winner, loser] = [shared[seed % (shared.length - 1)], shared.at(-1)]
        const order = fuseRanks([
          { ids: shared, weight: 1 },
          { ids: shared.filter((id) => id !== 'zz'), weight: 0.5 },
        ]).map(({ id }) => id)
        expect(order.indexOf(winner ?? '')).toBeLessThan(order.indexOf(loser ?? ''))
      }),
    )
  })

  it('scores 1 for an id that leads every list, and breaks ties by id', () => {
    const fused = fuseRanks([
      { ids: ['b', 'a'], weight: 1 },
      { ids: ['b', 'c'], weight: 1 },
    ])
    expect(fused[0]).toEqual({ id: 'b', score: 1 })
    expect(fused.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })

  it('values a rank less the later it comes, and a missing one not at all', () => {
    expect(reciprocalRank(1)).toBe(1)
    expect(reciprocalRank(null)).toBe(0)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (rank) => {
        expect(reciprocalRank(rank)).toBeGreaterThan(reciprocalRank(rank + 1))
      }),
    )
  })
})
