import { z } from 'zod'
import type { SizeClassDefinition } from './size-class.ts'

const Code = z.string().regex(/^[A-T](\d{2,3})?$/, 'is no code of a section, division or group of GB/T 4754—2017')
const Codes = z.array(Code).min(1)
const Words = z.array(z.coerce.string().min(1))
const Name = { name: z.string().min(1), nameEn: z.string().min(1) }

const Group = z.strictObject({ code: Code, ...Name, also: Codes.optional() })
const Division = z.strictObject({ code: Code, ...Name, groups: z.array(Group).min(1).optional() })
const Section = z.strictObject({ code: Code, ...Name, divisions: z.array(Division).min(1) })

const Limits = z.strictObject({
  /** From here on a firm is large by this measure. */
  upper: z.int().positive(),
  medium: z.int().positive(),
  small: z.int().positive(),
})

const SizeClassEntry = z.strictObject({
  key: z.string().min(1),
  ...Name,
  /** Anchor of its clause in `sme-size-classes`. */
  clause: z.string().min(1),
  codes: Codes,
  employees: Limits.optional(),
  revenue: Limits.optional(),
  assets: Limits.optional(),
})

const Role = z.strictObject({
  role: z.string().min(1),
  rank: z.int().nonnegative(),
  codes: Codes,
  otherwise: Codes.optional(),
  words: Words,
})

/** Industries, their size classes and everyday names; the data is `corpus/industries.yaml`, which explains each part. */
export const Industries = z.strictObject({
  sections: z.array(Section).min(1),
  sizeClasses: z.array(SizeClassEntry).min(1),
  unclassified: z.array(z.strictObject({ code: Code, reason: z.string().min(1) })),
  words: z.array(z.strictObject({ codes: Codes, words: Words, role: z.string().optional() })),
  heads: z.array(z.strictObject({ codes: Codes, words: Words })),
  roles: z.array(Role),
  neutral: Words,
  phrases: z.strictObject({
    parties: Words,
    others: Words,
    ends: Words,
    own: Words,
    negations: Words,
    turns: Words,
    denials: Words,
    past: Words,
    now: Words,
    asks: Words,
  }),
})
export type Industries = z.infer<typeof Industries>

export interface IndustryCatalogue {
  /** What an industry is known by: divisions, or their groups where a division falls into several size classes. */
  readonly leaves: readonly string[]
  readonly sizeClasses: readonly SizeClassDefinition[]
  /** Leaves under a section or division, or the one that a finer code belongs to; none for an unknown code. */
  leavesOf(code: string): string[]
  /** The name of a code or of the division or group it belongs to; an unknown code stands for itself. */
  nameOf(code: string, locale: 'zh-CN' | 'en'): string
  /** Null where the standard gives the leaf no class. */
  sizeClassOf(leaf: string): SizeClassDefinition | null
}

export function createIndustries(data: Industries): IndustryCatalogue {
  const leaves = new Map<string, string[]>()
  const names = new Map<string, { name: string; nameEn: string }>()
  for (const section of data.sections) {
    leaves.set(section.code, section.divisions.flatMap(leavesOfDivision))
    names.set(section.code, section)
    for (const division of section.divisions) {
      leaves.set(division.code, leavesOfDivision(division))
      names.set(division.code, division)
      for (const group of division.groups ?? [])
        for (const code of [group.code, ...(group.also ?? [])]) {
          leaves.set(code, [group.code])
          names.set(code, group)
        }
    }
  }
  const leavesOf = (code: string) => [...(leaves.get(knownCode(code, leaves)) ?? [])]
  const classes = new Map(
    data.sizeClasses.flatMap((sizeClass) =>
      sizeClass.codes.flatMap(leavesOf).map((leaf) => [leaf, sizeClass] as const),
    ),
  )
  return {
    leaves: data.sections.flatMap(({ code }) => leavesOf(code)),
    sizeClasses: data.sizeClasses,
    leavesOf,
    nameOf: (code, locale) => names.get(knownCode(code, names))?.[locale === 'en' ? 'nameEn' : 'name'] ?? code,
    sizeClassOf: (leaf) => classes.get(leaf) ?? null,
  }
}

/** Everything wrong with the data beyond its shape. */
export function checkIndustries(data: Industries): string[] {
  const { leaves, leavesOf } = createIndustries(data)
  const unclassified = data.unclassified.map(({ code }) => code)
  const classesOf = (leaf: string) => [
    ...data.sizeClasses.filter(({ codes }) => codes.flatMap(leavesOf).includes(leaf)).map(({ key }) => key),
    ...unclassified.filter((code) => leavesOf(code).includes(leaf)).map(() => 'unclassified'),
  ]
  const classFaults = leaves.flatMap((leaf) => {
    const found = classesOf(leaf)
    if (found.length === 1) return []
    return [
      found.length === 0
        ? `leaf "${leaf}" has no size class and is not listed under unclassified`
        : `leaf "${leaf}" is in ${found.join(' and ')}`,
    ]
  })
  return [...codeFaults(data), ...classFaults, ...limitFaults(data), ...wordFaults(data)]
}

type Division = z.infer<typeof Division>

function leavesOfDivision({ code, groups }: Division): string[] {
  return groups?.map((group) => group.code) ?? [code]
}

/** `I6513` → `I65`: the longest beginning that is known, down to divisions. */
function knownCode(code: string, known: ReadonlyMap<string, unknown>): string {
  if (!/^[A-T]\d{2,4}$/.test(code)) return code
  for (let length = code.length; length >= 3; length -= 1) {
    const beginning = code.slice(0, length)
    if (known.has(beginning)) return beginning
  }
  return code
}

function codeFaults(data: Industries): string[] {
  const divisions = data.sections.flatMap((section) => section.divisions)
  const nested = [
    ...data.sections.flatMap(({ code, divisions }) => divisions.map((division) => [division.code, code] as const)),
    ...divisions.flatMap(({ code, groups = [] }) =>
      groups.flatMap((group) => [group.code, ...(group.also ?? [])].map((part) => [part, code] as const)),
    ),
  ]
  const defined = [...data.sections.map(({ code }) => code), ...nested.map(([code]) => code)]
  const used = [...data.sizeClasses, ...data.words, ...data.heads, ...data.roles].flatMap(({ codes }) => codes)
  const others = [
    ...data.roles.flatMap(({ otherwise = [] }) => otherwise),
    ...data.unclassified.map(({ code }) => code),
  ]
  return [
    ...nested.filter(([code, parent]) => !code.startsWith(parent)).map(([code, p]) => `"${code}" stands under "${p}"`),
    ...repeated(defined).map((code) => `code "${code}" is defined twice`),
    ...unique([...used, ...others])
      .filter((code) => !defined.includes(code))
      .map((code) => `code "${code}" is used but not defined`),
  ]
}

function limitFaults({ sizeClasses }: Industries): string[] {
  return sizeClasses.flatMap(({ key, employees, revenue, assets }) => {
    const measures = [employees, revenue, assets].filter((limits) => limits !== undefined)
    const isFalling = measures.every(({ upper, medium, small }) => upper > medium && medium > small)
    return [
      ...(measures.length === 0 ? [`size class "${key}" has no measure`] : []),
      ...(isFalling ? [] : [`size class "${key}" has limits that do not fall from upper to small`]),
    ]
  })
}

function wordFaults({ words, heads, roles, neutral }: Industries): string[] {
  const names = roles.map(({ role }) => role)
  const all = [...words, ...heads, ...roles].flatMap((entry) => entry.words).concat(neutral)
  return [
    ...repeated(all.map((word) => word.toLowerCase())).map((word) => `word "${word}" is listed twice`),
    ...words.flatMap(({ role }) => (role && !names.includes(role) ? [`role "${role}" is used but not defined`] : [])),
  ]
}

function repeated(values: readonly string[]): string[] {
  return unique(values.filter((value, index) => values.indexOf(value) !== index))
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
