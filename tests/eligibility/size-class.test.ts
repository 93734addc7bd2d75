import { describe, expect, test } from 'vitest'
import {
  measures,
  openMeasures,
  possibleSizeClasses,
  type SizeClass,
  type SizeClassDefinition,
  type SizeLimits,
} from '../../src/eligibility/size-class.ts'
import { industryData } from './sample-eligibility.ts'

const exact = (value: number) => ({ low: value, high: value, highOpen: false })
const unlimited = { low: 0, high: Number.POSITIVE_INFINITY, highOpen: false }
const boundaries: readonly [keyof SizeLimits, SizeClass, SizeClass][] = [
  ['upper', 'large', 'medium'],
  ['medium', 'medium', 'small'],
  ['small', 'small', 'micro'],
]

/** Every measure of the class on one limit, `by` away from it. */
function classAt(definition: SizeClassDefinition, level: keyof SizeLimits, by: number): readonly SizeClass[] {
  const at = (limits: SizeLimits | undefined) => (limits ? exact(limits[level] + by) : unlimited)
  const { employees, revenue, assets } = definition
  return possibleSizeClasses(definition, { employees: at(employees), revenue: at(revenue), assets: at(assets) })
}

describe.each(industryData.sizeClasses)('$key', (definition) => {
  test.each(boundaries)('on the %s limit is %s, and just below it %s', (level, on, below) => {
    expect(classAt(definition, level, 0)).toEqual([on])
    expect(classAt(definition, level, -1)).toEqual([below])
  })

  test('one measure below a limit is enough for the lower class', () => {
    for (const [level, , below] of boundaries)
      for (const measure of measures.filter((one) => definition[one])) {
        const at = (one: (typeof measures)[number]) =>
          definition[one] ? exact((definition[one]?.[level] ?? 0) - (one === measure ? 1 : 0)) : unlimited
        const ranges = { employees: at('employees'), revenue: at('revenue'), assets: at('assets') }
        expect(possibleSizeClasses(definition, ranges)).toEqual([below])
      }
  })

  test('knowing nothing leaves all classes and all measures open', () => {
    const nothing = { employees: unlimited, revenue: unlimited, assets: unlimited }
    expect(possibleSizeClasses(definition, nothing)).toEqual(['large', 'medium', 'small', 'micro'])
    expect(openMeasures(definition, nothing)).toEqual(measures.filter((measure) => definition[measure]))
  })
})

describe('a range of employees in software', () => {
  const software = industryData.sizeClasses.find(({ key }) => key === 'software')
  if (!software) throw new Error('software has no size class')
  const rich = exact(1e12)
  test.each<[string, object, SizeClass[], string[]]>([
    ['up to the limit, included', { low: 100, high: 300, highOpen: false }, ['large', 'medium'], ['employees']],
    ['up to the limit, excluded', { low: 100, high: 300, highOpen: true }, ['medium'], []],
    ['from the limit on', { low: 300, high: Number.POSITIVE_INFINITY, highOpen: false }, ['large'], []],
    ['across two limits', { low: 50, high: 400, highOpen: false }, ['large', 'medium', 'small'], ['employees']],
  ])('%s', (_, range, classes, open) => {
    const employees = { ...unlimited, ...range }
    const ranges = { employees, revenue: rich, assets: unlimited }
    expect(possibleSizeClasses(software, ranges)).toEqual(classes)
    expect(openMeasures(software, ranges)).toEqual(open)
  })
})
