import { z } from 'zod'
import { IsoDate, Level, PolicyKind, Standing } from '../policy/index.ts'
import { RelatedPolicy } from './library-api.ts'

/** What one compares loans by. */
export const LoanTermName = z.enum(['whom', 'amount', 'rate', 'duration', 'security', 'fee', 'process', 'contact'])
export type LoanTermName = z.infer<typeof LoanTermName>

/** A figure that the corpus holds as a number: yuan, a share of the interest that is paid, or months. */
const LoanFigure = z.object({ kind: z.enum(['amount', 'subsidy', 'months']), value: z.number() })
export type LoanFigure = z.infer<typeof LoanFigure>

const LoanClause = z.object({
  anchor: z.string(),
  number: z.number().int(),
  /** Those sentences of the clause that speak of the term. */
  text: z.string(),
  figures: z.array(LoanFigure),
})
export type LoanClause = z.infer<typeof LoanClause>

export const LoanTerm = z.object({
  clauses: z.array(LoanClause),
  /** Further clauses that are left out. */
  more: z.number().int(),
  /** The clauses that say that the term, or a part of it, was not found. */
  unknown: z.array(z.object({ anchor: z.string(), number: z.number().int() })),
})
export type LoanTerm = z.infer<typeof LoanTerm>

export const LoanForm = z.enum(['credit', 'guarantee', 'subsidy'])
export type LoanForm = z.infer<typeof LoanForm>

export const LoanProduct = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  level: Level,
  kind: PolicyKind,
  standing: Standing,
  /** Without collateral, with a guarantee or pledge, with interest paid in part; as its clauses word it. */
  forms: z.array(LoanForm),
  /** In yuan; null where no clause names one. */
  largestAmount: z.number().nullable(),
  terms: z.record(LoanTermName, LoanTerm),
})
export type LoanProduct = z.infer<typeof LoanProduct>

export const LoanTable = z.object({
  asOf: IsoDate,
  products: z.array(LoanProduct),
  /** Products that nobody can apply for on the day. */
  others: z.array(RelatedPolicy),
})
export type LoanTable = z.infer<typeof LoanTable>
