import { type FactCatalogue, type FactDefinition, type FactValue, isPossible } from '../../eligibility/index.ts'
import type { IndustryReader } from '../industries.ts'
import { correctionsIn } from './corrections.ts'
import type { FactProblem, ReadFact } from './fact-reading.ts'
import type { Finding } from './finding.ts'
import { intersect, namesIn } from './intersect.ts'
import type { Message } from './message.ts'

export interface Combined {
  readonly facts: Readonly<Record<string, ReadFact>>
  readonly problems: readonly FactProblem[]
}

/** One value for each fact of a firm, or the problem that there is none. */
export function combine(
  message: Message,
  findings: readonly Finding[],
  { facts }: FactCatalogue,
  shorten: IndustryReader['shorten'],
): Combined {
  const read: Record<string, ReadFact> = {}
  const problems: FactProblem[] = []
  for (const [fact, all] of Map.groupBy(findings, (one) => one.fact)) {
    const definition = facts[fact]
    if (!definition) continue
    const [possible, impossible] = partition(
      all,
      ({ value }) => isPossible(value, definition, message.asOf) && !isMoreThanAll(value, definition),
    )
    for (const one of impossible)
      problems.push({ kind: 'impossible', fact, evidence: message.spelled.slice(one.start, one.end) })
    const chosen = isOpenToSeveral(fact, definition)
      ? joinNames(possible, definition.type === 'industry' ? shorten : (codes) => [...codes])
      : choose(message, settle(possible, definition))
    if (chosen === 'contradiction')
      problems.push({ kind: 'contradiction', fact, evidence: evidenceOf(message, possible) })
    else if (chosen) read[fact] = { ...chosen.value, evidence: evidenceOf(message, chosen.from) }
  }
  return { facts: read, problems }
}

/** 研发占比300%: a share of more than the whole is more likely a slip. */
function isMoreThanAll(value: FactValue, definition: FactDefinition): boolean {
  if (definition.type !== 'number' || definition.unit !== 'ratio' || !/占/.test(definition.label.zh)) return false
  const low = 'value' in value ? value.value : 'oneOf' in value ? 0 : (value.above ?? value.min ?? 0)
  return Number(low) > 1
}

function partition(all: readonly Finding[], check: (one: Finding) => boolean): [Finding[], Finding[]] {
  return [all.filter(check), all.filter((one) => !check(one))]
}

interface Chosen {
  readonly value: FactValue
  readonly from: readonly Finding[]
}

/** Of several unwanted things that one fact names, one is enough. */
function settle(all: readonly Finding[], definition: FactDefinition): readonly Finding[] {
  const happened = all.filter(({ value }) => 'value' in value && value.value === true)
  return definition.type === 'boolean' && definition.group && happened.length > 0 ? happened : all
}

/** A firm may do several things, and want a loan for several. */
function isOpenToSeveral(fact: string, { type }: FactDefinition): boolean {
  return type === 'industry' || fact === 'loanPurpose'
}

/** A narrower name beside a wider one settles it; different ones leave open which is the main one. */
function joinNames(all: readonly Finding[], shorten: IndustryReader['shorten']): Chosen | null {
  const sets = all.map(({ value }) => namesIn(value)?.map(String) ?? [])
  const joined = sets.reduce((known, more) => {
    const common = known.filter((code) => more.includes(code))
    return common.length > 0 ? common : [...new Set(known.concat(more))]
  }, sets[0] ?? [])
  const codes = shorten(joined)
  if (codes.length === 0) return null
  return { value: codes.length === 1 ? { value: codes[0] ?? '' } : { oneOf: codes }, from: all.slice(0, 1) }
}

/** The weightiest, what was said after a correction, or what all have in common. */
function choose(message: Message, all: readonly Finding[]): Chosen | 'contradiction' | null {
  if (all.length === 0) return null
  const corrected = correctedIn(message, all)
  const weight = Math.max(...corrected.map((one) => one.weight))
  const valid = corrected.filter((one) => one.weight === weight)
  const value = valid
    .map((one) => one.value)
    .reduce<FactValue | null>((known, next) => known && intersect(known, next), valid[0]?.value ?? null)
  return value ? { value, from: valid } : 'contradiction'
}

/** What was said after the last correction; all where there is none between. */
function correctedIn(message: Message, all: readonly Finding[]): readonly Finding[] {
  const sorted = all.toSorted((one, other) => one.start - other.start)
  const [first, last] = [sorted[0], sorted.at(-1)]
  const correction = correctionsIn(message).findLast(
    ({ start, end }) => last && first && end <= last.end && start >= first.start,
  )
  const corrected = correction ? sorted.filter(({ end }) => end > correction.end) : []
  return corrected.length > 0 ? corrected : sorted
}

/** The words of one finding, as typed; of several, those of the first and all between where they are close. */
function evidenceOf(message: Message, findings: readonly Finding[]): string {
  const start = Math.min(...findings.map((one) => one.start))
  const end = Math.max(...findings.map((one) => one.end))
  return message.spelled.slice(start, end)
}
