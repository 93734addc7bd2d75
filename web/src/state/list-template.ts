import type { FactReply } from '../contract.ts'
import { fill, wording } from '../wording/index.ts'

/** The facts that most policies ask about, as many as one still likes to fill in. */
const usefulFacts: readonly string[] = [
  'registeredPlace',
  'industry',
  'establishedOn',
  'employees',
  'revenue',
  'assets',
  'entityType',
  'isHighTechEnterprise',
  'isTechnologySme',
  'isSpecializedSme',
  'rdRatio',
  'inventionPatents',
]

/** The heading of a fact's column, with the unit its numbers are read in. */
export function columnName({ label, unit }: FactReply): string {
  const { columnUnit, yuanUnit } = wording.value.matching
  if (unit === null) return label
  const name = unit === 'yuan' ? yuanUnit : wording.value.values.unitNames[unit]
  return fill(columnUnit, { label, unit: name })
}

/** An empty list to fill in, as CSV that spreadsheet programs open in the right encoding. */
export function listTemplate(facts: readonly FactReply[]): string {
  const { firmColumn, idColumn } = wording.value.matching
  const columns = usefulFacts.flatMap((key) => facts.find((fact) => fact.key === key) ?? []).map(columnName)
  return `\uFEFF${[firmColumn, idColumn, ...columns].map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
