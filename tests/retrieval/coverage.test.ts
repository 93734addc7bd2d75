import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../src/retrieval/coverage.ts'
import { gramWeight } from '../../src/retrieval/gram-statistics.ts'
import { countGrams, normaliseForSearch } from '../../src/retrieval/index.ts'

const texts = ['科技履约贷保费补贴', '租金减免三个月', '企业所得税优惠', '企业贷款贴息'].map(normaliseForSearch)
const statistics = countGrams(texts)
const candidates = texts.map((searchText, i) => ({ documentId: `d${i}`, searchText }))
const chinese = fc.stringMatching(/^[科技履约贷保费补租金减免企业税 ]{1,12}$/).map(normaliseForSearch)

describe('coverage', () => {
  it('is 1 where the passage holds the whole question and 0 where it shares nothing', () => {
    const [whole, nothing] = coverageOf('履约贷保费', candidates, statistics)
    expect(whole).toBeCloseTo(1)
    expect(nothing).toBe(0)
  })

  it('lies between 0 and 1 for any question', () => {
    fc.assert(
      fc.property(chinese, (query) => {
        for (const value of coverageOf(query, candidates, statistics)) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  it('never falls when a passage says more', () => {
    fc.assert(
      fc.property(chinese, chinese, chinese, (query, text, more) => {
        const [before] = coverageOf(query, [{ documentId: 'd', searchText: text }], statistics)
        const [after] = coverageOf(query, [{ documentId: 'd', searchText: `${text} ${more}` }], statistics)
        expect(after ?? 0).toBeGreaterThanOrEqual((before ?? 0) - 1e-9)
      }),
    )
  })

  it('counts a rare gram for more than a common one', () => {
    expect(gramWeight(statistics, '履约')).toBeGreaterThan(gramWeight(statistics, '企业'))
  })

  it('prefers the passage whose document holds the rest of the question', () => {
    const pool = [
      { documentId: 'loan', searchText: '保费补贴' },
      { documentId: 'loan', searchText: '科技履约贷' },
      { documentId: 'other', searchText: '保费补贴' },
    ]
    const [inLoan, , inOther] = coverageOf('科技履约贷 保费补贴', pool, statistics)
    expect(inLoan ?? 0).toBeGreaterThan(inOther ?? 0)
  })
})

describe('gram statistics', () => {
  it('count each text once for a gram', () => {
    const counted = countGrams(['税税税', '税收', '贷'])
    expect(counted.total).toBe(3)
    expect(['税', '税税', '税收', '贷', '无'].map(counted.frequencyOf)).toEqual([2, 1, 1, 1, 0])
  })
})
