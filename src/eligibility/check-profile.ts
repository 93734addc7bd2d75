import { IsoDate, type Locale, localized } from '../policy/index.ts'
import { dayNumber } from './calendar.ts'
import { contradictionsIn } from './check-consistency.ts'
import { type FactCatalogue, type FactDefinition, isWholeNumber } from './fact.ts'
import type { IndustryCatalogue } from './industries.ts'
import { type CompanyProfile, FactValue } from './profile.ts'
import { word } from './wording.ts'

export interface ProfileProblem {
  readonly fact: string
  readonly message: string
}

/**
 * Takes a profile from outside: bare values stand for `{ value }`, `evidence` and `turn` are left out, keys and values
 * are checked against the catalogue, and facts against one another: the size class only where `industries` are given.
 * Good facts are kept beside the problems of the others.
 */
export function parseProfile(
  input: Readonly<Record<string, unknown>>,
  { facts }: FactCatalogue,
  asOf: IsoDate,
  locale: Locale,
  isIndustry: (code: string) => boolean,
  industries?: Pick<IndustryCatalogue, 'leavesOf' | 'sizeClassOf'>,
): { profile: CompanyProfile; problems: ProfileProblem[] } {
  const profile: Record<string, FactValue> = {}
  const problems: ProfileProblem[] = []
  for (const [key, raw] of Object.entries(input)) {
    if (raw === null || raw === undefined) continue
    const definition = facts[key]
    const value = definition && parseValue(raw)
    const fault = faultOf(key, definition, value, raw, asOf, locale, isIndustry)
    if (fault) problems.push({ fact: key, message: fault })
    else if (value) profile[key] = value
  }
  return { profile, problems: [...problems, ...contradictionsIn({ profile, facts, asOf, locale, industries })] }
}

function parseValue(raw: unknown): FactValue | undefined {
  if (typeof raw !== 'object' || raw === null) return FactValue.safeParse({ value: raw }).data
  const { evidence: _evidence, turn: _turn, ...value } = raw as Record<string, unknown> // holds: an object, not null
  return FactValue.safeParse(value).data
}

function faultOf(
  key: string,
  definition: FactDefinition | undefined,
  value: FactValue | undefined,
  raw: unknown,
  asOf: IsoDate,
  locale: Locale,
  isIndustry: (code: string) => boolean,
): string | null {
  if (!definition) return word(locale, 'problem.unknown-fact', { fact: key })
  const label = localized(definition.label, locale)
  const shown = JSON.stringify(raw)
  const expected = word(locale, `expected.${definition.type}`)
  if (!value || !isOfType(value, definition, isIndustry))
    return word(locale, 'problem.wrong-type', { fact: key, label, value: shown, expected })
  if (!isPossible(value, definition, asOf))
    return word(locale, 'problem.impossible', { fact: key, label, value: shown })
  const isBroken = isWholeNumber(definition) && 'value' in value && !Number.isInteger(value.value)
  return isBroken ? word(locale, 'problem.not-whole', { fact: key, label, value: shown }) : null
}

function isOfType(value: FactValue, definition: FactDefinition, isIndustry: (code: string) => boolean): boolean {
  const names = 'oneOf' in value ? value.oneOf : 'value' in value ? [value.value] : []
  const areAll = (check: (name: unknown) => boolean) => names.length > 0 && names.every(check)
  switch (definition.type) {
    case 'boolean':
      return areAll((name) => typeof name === 'boolean')
    case 'choice':
      return areAll((name) => typeof name === 'string' && name in definition.options)
    case 'industry':
      return areAll((name) => typeof name === 'string' && isIndustry(name))
    case 'number':
      return !('oneOf' in value) && numbersOf(value).every((bound) => typeof bound === 'number')
    case 'date':
      return !('oneOf' in value) && numbersOf(value).every((bound) => IsoDate.safeParse(bound).success)
  }
}

function numbersOf(value: FactValue): (number | string | boolean)[] {
  return 'value' in value
    ? [value.value]
    : 'oneOf' in value
      ? []
      : [value.min, value.above, value.max, value.below].filter((bound) => bound !== undefined)
}

/** Within what the catalogue says is possible, bounds in order, and no day ahead but of plans. */
export function isPossible(value: FactValue, definition: FactDefinition, asOf: IsoDate): boolean {
  if ('oneOf' in value) return true
  const [low, high] =
    'value' in value ? [value.value, value.value] : [value.above ?? value.min, value.below ?? value.max]
  if (low !== undefined && high !== undefined && low > high) return false
  if (definition.type === 'number') {
    const { min, max = Number.POSITIVE_INFINITY } = definition
    return Number(high ?? min) >= min && Number(low ?? min) <= max && Number(low ?? min) >= min
  }
  return definition.type !== 'date' || definition.isPlan || typeof low !== 'string' || dayNumber(low) <= dayNumber(asOf)
}
