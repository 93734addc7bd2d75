import { loadCases } from '../answers/case.ts'
import { loadMatchingCases } from '../matching/case.ts'

/** The opening questions of all written cases, mixed: named policies, searches, lists, and what is declined. */
export function benchQuestions(count: number): string[] {
  const written = loadCases().flatMap(({ turns }) => turns[0]?.question ?? [])
  const mixed = written.map((_, i) => written[(i * step) % written.length] ?? '')
  return Array.from({ length: count }, (_, i) => mixed[i % mixed.length] ?? '')
}

/** The opening messages of all conversations about a company: each is judged by all policies. */
export function benchCompanies(count: number): string[] {
  const written = loadMatchingCases().flatMap(({ turns }) => turns[0]?.message ?? [])
  return Array.from({ length: count }, (_, i) => written[i % written.length] ?? '')
}

/** A prime above the number of cases, so that every question gets its turn. */
const step = 1009
