import type { FactCatalogue, FactDefinition } from '../../eligibility/index.ts'
import { matchForm } from '../normalise.ts'
import { factorOf, splitHeader, splitTrailingUnit } from './header-units.ts'
import { headerPrefix, headerSuffix, headerWords, idWords, nameWords } from './header-words.ts'

/** A column that tells a fact. */
export interface FactColumn {
  readonly index: number
  readonly header: string
  readonly fact: string
  readonly definition: FactDefinition
  /** What one of the heading's unit is in the unit of the fact; null where the heading names none. */
  readonly factor: number | null
}

/** What the columns of a list mean. */
export interface ColumnPlan {
  readonly name: number | null
  readonly id: number | null
  readonly facts: readonly FactColumn[]
  /** Headings that mean nothing here. */
  readonly unknown: readonly string[]
  /** Headings whose fact an earlier column tells. */
  readonly repeated: readonly string[]
}

type Target = { kind: 'name' } | { kind: 'id' } | { kind: 'fact'; fact: string }

/** Reads headings: a fact's key, its label in either language, or how people call it, with a unit. */
export function createColumnReader({ facts }: FactCatalogue): (headers: readonly string[]) => ColumnPlan {
  const targets = targetsOf(facts)
  return (headers) => {
    const used = new Set<string>()
    const found = { name: null as number | null, id: null as number | null }
    const columns: FactColumn[] = []
    const unknown: string[] = []
    const repeated: string[] = []
    for (const [index, header] of headers.entries()) {
      if (header.trim() === '') continue
      const target = findTarget(header, targets)
      const key = target?.kind === 'fact' ? target.fact : target?.kind
      if (!target || !key) unknown.push(header)
      else if (used.has(key)) repeated.push(header)
      else if (target.kind === 'fact') columns.push(...columnOf(index, header, target.fact, facts))
      else found[target.kind] = index
      if (key) used.add(key)
    }
    return { ...found, facts: columns, unknown, repeated }
  }
}

/** How well a row would do as the heading: columns understood. */
export function understood({ name, id, facts }: ColumnPlan): number {
  return facts.length + (name === null ? 0 : 1) + (id === null ? 0 : 1)
}

function targetsOf(facts: FactCatalogue['facts']): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>()
  const add = (word: string, target: Target) => {
    const form = formOf(word)
    if (form !== '' && !targets.has(form)) targets.set(form, target)
  }
  for (const word of nameWords) add(word, { kind: 'name' })
  for (const word of idWords) add(word, { kind: 'id' })
  const all = Object.entries(facts)
  // What names a fact exactly goes before what people merely call it.
  for (const [fact] of all) add(fact, { kind: 'fact', fact })
  for (const [fact, { label }] of all)
    for (const name of [label.zh, label.en, splitHeader(label.zh).core]) add(name, { kind: 'fact', fact })
  for (const [fact] of all) for (const word of headerWords[fact] ?? []) add(word, { kind: 'fact', fact })
  for (const [fact, { words }] of all) for (const word of words) add(word, { kind: 'fact', fact })
  return targets
}

function findTarget(header: string, targets: ReadonlyMap<string, Target>): Target | null {
  const whole = splitHeader(header).core
  const { core } = splitTrailingUnit(whole)
  const bare = core.replace(headerPrefix, '')
  const names = [header, whole, core, bare, core.replace(headerSuffix, ''), bare.replace(headerSuffix, '')]
  for (const name of names) {
    const target = targets.get(formOf(name))
    if (target) return target
  }
  return null
}

function columnOf(index: number, header: string, fact: string, facts: FactCatalogue['facts']): FactColumn[] {
  const definition = facts[fact]
  if (!definition) return []
  const { core, notes } = splitHeader(header)
  const { unit } = splitTrailingUnit(core)
  const units = [...notes, ...(unit === null ? [] : [unit])]
  const factor = definition.type === 'number' ? factorOf(units, definition.unit) : null
  return [{ index, header, fact, definition, factor }]
}

function formOf(text: string): string {
  return matchForm(text.normalize('NFKC')).replaceAll(' ', '')
}
