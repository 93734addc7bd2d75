import { describe, expect, test } from 'vitest'
import { createCorpus } from '../../src/answering/index.ts'
import { uncovered } from '../../src/answering/model/uncovered.ts'
import { policies } from '../reading/real-reader.ts'

const document = createCorpus(policies).documents.get('startup-guaranteed-loan')
const passageAt = (anchor: string) => {
  const passage = document?.passages.find((one) => one.anchor === anchor)
  if (!passage) throw new Error(`no clause ${anchor}`)
  return passage
}
const [person, company] = [passageAt('individual-cap'), passageAt('enterprise-cap')]
const draftOf = (...passages: readonly (typeof person)[]) =>
  passages.map((passage) => ({ text: passage.text, heading: null, passages: [passage] }))
const said = (text: string, ...passages: readonly (typeof person)[]) => [{ text, heading: null, passages }]

describe('what a model left out comes from the template', () => {
  test.each([
    ['everything where it said nothing', [], 2],
    ['the clause that it did not cite', said(person.text, person), 1],
    ['a clause of which a figure is missing', said('个人创业担保贷款最高30万元。', person), 2],
    ['a clause of which a bound is missing', said('个人创业担保贷款30万元，最长3年。', person), 2],
    ['a clause that it cites with the words of another', said(company.text, person), 2],
  ])('%s', (_, released, left) => {
    expect(uncovered(draftOf(person, company), released)).toHaveLength(left)
  })

  test('but nothing of what it said in one sentence', () => {
    const both = said(
      '个人创业担保贷款最高30万元，最长3年；小微企业创业担保贷款最高400万元，最长2年。',
      person,
      company,
    )
    expect(uncovered(draftOf(person, company), both)).toEqual([])
  })
})
