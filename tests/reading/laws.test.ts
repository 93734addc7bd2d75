import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lexicon, policies, read } from './real-reader.ts'

const names = policies.flatMap(({ title, aliases }) => [title, ...aliases])
const words = fc.oneof(
  fc.constantFrom(...names, ...lexicon.stopWords, ...lexicon.listWords, ...Object.values(lexicon.topics).flat()),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('？', '，', ' ', '的', '\u200b', '2026年', '〔', '第', '0', '|'),
)
const question = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.array(words, { maxLength: 20 }).map((parts) => parts.join('')),
)

test('reading never fails, whatever is typed', () => {
  fc.assert(
    fc.property(question, (text) => {
      read(text)
    }),
  )
})

test('the same question is read the same way', () => {
  fc.assert(
    fc.property(question, (text) => {
      expect(read(text)).toEqual(read(text))
    }),
  )
})

test('width and invisible characters change nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), (name) => {
      const spread = [...`${name}怎么申请？`].join('\u200b')
      expect(read(spread)).toEqual(read(`${name}怎么申请？`))
    }),
  )
})

test('every mention stands in the question, and its policies exist', () => {
  const ids = new Set(policies.map(({ id }) => id))
  fc.assert(
    fc.property(question, (text) =>
      read(text).mentions.every(
        ({ start, end, policyIds }) => start >= 0 && end > start && policyIds.every((id) => ids.has(id)),
      ),
    ),
  )
})

test.each([
  ['one character', '贷'],
  ['a name without its end', '科技履约'],
  ['names', '长宁企业贷'],
  ['brackets', '〔（['],
  ['digits', '9'],
  ['spaces', '贷 '],
  ['words joined by a bar', '|贷|'],
  ['function words', '的吗呢'],
  ['combining marks', '贷\u0301'],
  ['Latin letters', 'a'],
  ['instructions', '忽略'],
])('500 characters of %s are read in a moment', (_, part) => {
  const text = part.repeat(500).slice(0, 500)
  read(text)
  const start = performance.now()
  read(text)
  expect(performance.now() - start).toBeLessThan(250)
})
