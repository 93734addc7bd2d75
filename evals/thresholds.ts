import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Limits = z.strictObject({ min: z.record(z.string(), z.number()), max: z.record(z.string(), z.number()) })
const Thresholds = z.record(z.string(), Limits)
export type Limits = z.infer<typeof Limits>

export function loadThresholds(file = new URL('./thresholds.json', import.meta.url)): z.infer<typeof Thresholds> {
  return Thresholds.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** What misses its threshold; a figure that has one and was not measured misses it too. */
export function missedThresholds(limits: Limits, metrics: Readonly<Record<string, number>>): string[] {
  const below = Object.entries(limits.min)
    .filter(([name, least]) => !((metrics[name] ?? Number.NaN) >= least))
    .map(([name, least]) => `${name} is ${shown(metrics[name])}, must be at least ${least}`)
  const above = Object.entries(limits.max)
    .filter(([name, most]) => !((metrics[name] ?? Number.NaN) <= most))
    .map(([name, most]) => `${name} is ${shown(metrics[name])}, must be at most ${most}`)
  return [...below, ...above]
}

function shown(value: number | undefined): string {
  return value === undefined ? 'not measured' : value.toFixed(4)
}
