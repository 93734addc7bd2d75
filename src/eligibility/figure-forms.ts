import type { FactDefinition } from './fact.ts'

/** How a threshold may be written in a clause: 3000000 as 300万, 0.6 as 60 (%) or 6 (成), 36 months as 3 years, a year as 365 days. */
export function formsOf(value: number, definition: FactDefinition | null): number[] {
  const unit = definition?.type === 'number' ? definition.unit : null
  const forms = [value, value * 1e2, value * 10, value / 1e4, value / 1e8]
  if (unit === 'months' || unit === null) forms.push(value / 12)
  if (definition?.type === 'number' && definition.yearsSince) forms.push(value * 365)
  return forms.map((form) => Number(form.toPrecision(12)))
}
