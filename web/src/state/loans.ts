import type { LoanForm, LoanProduct } from '../contract.ts'
import { fetchLoans } from '../server/server.ts'
import { createFetched } from './fetched.ts'

/** There is one table; its key is empty. */
export const loanTables = createFetched(() => fetchLoans())

export const loanForms = ['credit', 'guarantee', 'subsidy'] as const satisfies readonly LoanForm[]

/** What is shown of the table, as the address says it. */
export interface LoanQuery {
  readonly form: LoanForm | null
  readonly isByAmount: boolean
}

export function readLoanQuery(query: URLSearchParams): LoanQuery {
  const form = loanForms.find((each) => each === query.get('form')) ?? null
  return { form, isByAmount: query.get('sort') === 'amount' }
}

export function loanPath({ form, isByAmount }: LoanQuery): string {
  const query = new URLSearchParams({ ...(form !== null && { form }), ...(isByAmount && { sort: 'amount' }) })
  return query.toString() === '' ? '/loans' : `/loans?${query}`
}

/** Products of one kind, or of all kinds where they are in the order of their amounts. */
export interface LoanGroup {
  readonly kind: LoanProduct['kind'] | null
  readonly products: readonly LoanProduct[]
}

export function loanGroups(all: readonly LoanProduct[], { form, isByAmount }: LoanQuery): LoanGroup[] {
  const products = all.filter(({ forms }) => form === null || forms.includes(form))
  if (products.length === 0) return []
  if (isByAmount) return [{ kind: null, products: [...products].sort(byAmount) }]
  const kinds = [...new Set(products.map(({ kind }) => kind))]
  return kinds.map((kind) => ({ kind, products: products.filter((product) => product.kind === kind) }))
}

/** The largest first; what is not known comes last. */
function byAmount(one: LoanProduct, other: LoanProduct): number {
  return (other.largestAmount ?? 0) - (one.largestAmount ?? 0)
}
