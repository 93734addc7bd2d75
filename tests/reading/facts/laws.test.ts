import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCases } from '../../../evals/extraction/cases.ts'
import { FactValue } from '../../../src/eligibility/index.ts'
import { factsOf, prepared, readFacts, words } from './real-fact-reader.ts'

const spoken = (loadCases('open') ?? []).map(({ text }) => text)
const pieces = [
  ...words.negations,
  ...words.affirmations,
  ...words.pendings,
  ...words.corrections,
  ...[
    '员工',
    '营收',
    '高企',
    '专精特新',
    '长宁',
    '成立',
    '42个人',
    '三千六百万',
    '7%',
    '2021年3月',
    '，',
    '。',
    '？',
    ' ',
    '不',
  ],
]
const jumble = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''))
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }), jumble)

test('any text can be read', () => {
  fc.assert(
    fc.property(
      anything,
      fc.constantFrom('employees', 'revenue', 'establishedOn', 'isPrivate', 'vatStatus', 'no'),
      (text, fact) => {
        expect(readFacts(text, [fact]).firms.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 400 },
  )
})

test('evidence is a slice of the text, and every fact is well formed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...spoken), jumble), (text) => {
      const { firms, problems } = readFacts(text)
      for (const { evidence, ...value } of firms.flatMap((firm) => Object.values(firm))) {
        expect(evidence).not.toBe('')
        expect(prepared(text)).toContain(evidence)
        expect(FactValue.safeParse(value).success).toBe(true)
      }
      for (const { evidence } of problems) expect(prepared(text)).toContain(evidence)
    }),
    { numRuns: 600 },
  )
})

test.each(['。', '！', '，', ' ', '。。', '~'])('a trailing %s changes nothing', (mark) => {
  const changed = spoken.filter((text) => JSON.stringify(factsOf(text)) !== JSON.stringify(factsOf(`${text}${mark}`)))
  expect(changed).toEqual([])
})

test('reading twice gives the same', () => {
  for (const text of spoken) expect(readFacts(text)).toEqual(readFacts(text))
})
