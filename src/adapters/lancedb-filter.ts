import { dayNumber, type PassageFilter } from '../retrieval/index.ts'

/** Stand-ins for open ends, so that one range comparison covers every row. */
export const beginningOfTime = 0
export const endOfTime = 99_999_999

/** The only place where values become part of a filter; null where everything may be found. */
export function whereOf(filter: PassageFilter): string | null {
  const clauses: string[] = []
  if (filter.inForceAt !== undefined) {
    const day = dayNumber(filter.inForceAt)
    clauses.push(oneOf('status', ['in-force', 'unverified']), `valid_from <= ${day}`, `valid_until >= ${day}`)
  }
  if (filter.documentIds) clauses.push(oneOf('document_id', filter.documentIds))
  if (filter.levels) clauses.push(oneOf('level', filter.levels))
  if (filter.kinds) clauses.push(oneOf('kind', filter.kinds))
  return clauses.length === 0 ? null : clauses.join(' AND ')
}

/** An empty list lets nothing through: "none of them" is not "any". */
export function oneOf(column: string, values: readonly string[]): string {
  return values.length === 0 ? 'false' : `${column} IN (${values.map(quote).join(', ')})`
}

/** SQL knows one escape inside a string literal: the doubled quote. */
export function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
