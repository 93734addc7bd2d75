import { expect, test } from 'vitest'
import { agrees, type Known } from '../../../evals/extraction/agreement.ts'

test.each<[expected: Known, read: Known, isTolerant: boolean, isRight: boolean]>([
  [{ value: 35 }, { value: 35 }, false, true],
  [{ value: 35 }, { value: 34 }, false, false],
  [{ value: 0.07 }, { value: 0.5 }, false, false],
  [{ max: 299 }, { below: 300 }, false, true],
  [{ max: 0.03 }, { max: 0.03 }, false, true],
  [{ min: 70, max: 80 }, { min: 60, max: 90 }, true, true],
  [{ min: 70, max: 80 }, { min: 10, max: 90 }, true, false],
  [{ value: true }, { value: false }, false, false],
  [{ oneOf: ['C34', 'C35'] }, { oneOf: ['C34', 'F51'] }, false, false],
  [{ min: '2021-01-01', max: '2021-12-31' }, { min: '2021-03-01', max: '2021-03-31' }, false, true],
  [{ value: '2018-05-20' }, { min: '2018-01-01', max: '2018-12-31' }, false, false],
])('%j and %j', (expected, read, isTolerant, isRight) => {
  expect(agrees(expected, read, isTolerant)).toBe(isRight)
})
