import type { Assessment } from '../contract.ts'
import { fill, formatDate, wording } from '../wording/index.ts'
import { factsByKey } from './fact-catalogue.ts'
import { locale } from './preferences.ts'
import { groupVerdicts } from './verdict-groups.ts'

/** 「符合3项 · 可能符合21项 · 不符合40项，按2026年11月26日」 */
export function countsText(verdicts: readonly Assessment[], asOf: string): string {
  const { eligible, undetermined, ineligible } = groupVerdicts(verdicts)
  return fill(wording.value.verdicts.counts, {
    eligible: eligible.length,
    undetermined: undetermined.length,
    ineligible: ineligible.length,
    asOf: formatDate(asOf, locale.value),
  })
}

export function levelText(level: string): string {
  const words: Readonly<Record<string, string>> = wording.value.verdicts.levels
  return words[level] ?? level
}

export function kindText(kind: string): string {
  const words: Readonly<Record<string, string>> = wording.value.verdicts.kinds
  return words[kind] ?? kind
}

export function windowText({ window }: Assessment): string {
  if (window === null) return ''
  const words = wording.value.verdicts.windows
  const { state } = window
  const from = window.from === null ? null : formatDate(window.from, locale.value)
  const until = window.until === null ? null : formatDate(window.until, locale.value)
  if (state === 'open') return until === null ? words.open : fill(words.openUntil, { until })
  if (state === 'upcoming') return from === null ? words.upcoming : fill(words.upcomingFrom, { from })
  return until === null ? words.closed : fill(words.closedSince, { until })
}

/** Names of facts, the first few where there are many; empty while the names are not known. */
export function factNames(keys: readonly string[], shown = 4): string {
  const labels = keys.flatMap((key) => factsByKey.value.get(key)?.label ?? [])
  if (labels.length < keys.length) return ''
  const text = labels.slice(0, shown).join(wording.value.values.separator)
  return keys.length > shown ? fill(wording.value.verdicts.andMore, { facts: text, count: keys.length }) : text
}

export function missingText({ missingFacts }: Assessment): string {
  const words = wording.value.verdicts
  const names = factNames(missingFacts)
  return names === '' ? fill(words.missingCount, { count: missingFacts.length }) : fill(words.missing, { facts: names })
}

export function possibleFromText(date: string): string {
  return fill(wording.value.verdicts.possibleFrom, { date: formatDate(date, locale.value) })
}
