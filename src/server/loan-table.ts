import { figuresIn, type IsoDate, isApplicable, isWithin, type Policy, standingOf } from '../policy/index.ts'
import type { LoanForm, LoanProduct, LoanTable } from './api.ts'
import { loanTerm, loanTermNames } from './loan-terms.ts'
import { relatedPolicy } from './policy-reply.ts'

/** Loans before guarantees before what lowers their cost. */
const kinds = ['loan', 'guarantee', 'interest-subsidy'] as const

/** Every loan, guarantee and interest subsidy with its terms, as far as the clauses that hold on the day tell them. */
export function loanTable(policies: readonly Policy[], asOf: IsoDate): LoanTable {
  const loans = kinds.flatMap((kind) => policies.filter((policy) => policy.kind === kind))
  const isOffered = (policy: Policy) => isApplicable(standingOf(policy, asOf))
  return {
    asOf,
    products: loans.filter(isOffered).map((policy) => productOf(policy, asOf)),
    others: loans.filter((policy) => !isOffered(policy)).map((policy) => relatedPolicy(policy, asOf)),
  }
}

function productOf(policy: Policy, asOf: IsoDate): LoanProduct {
  const { id, title, titleEn, level, kind } = policy
  const clauses = policy.clauses.filter((clause) => isWithin(clause, asOf))
  const terms = Object.fromEntries(loanTermNames.map((name) => [name, loanTerm(name, policy, clauses)]))
  const sums = terms.amount?.clauses.flatMap(({ text }) => sumsIn(text)) ?? []
  return {
    id,
    title,
    titleEn,
    level,
    kind,
    standing: standingOf(policy, asOf),
    forms: formsOf(policy, clauses),
    largestAmount: sums.length > 0 ? Math.max(...sums) : null,
    // `fromEntries` forgets the names it was given.
    terms: terms as LoanProduct['terms'],
  }
}

/** In yuan, as the sentences on the amount write them. */
function sumsIn(text: string): number[] {
  return [...figuresIn(text)].filter((figure) => figure.endsWith('元')).map((figure) => Number.parseFloat(figure))
}

function formsOf(policy: Policy, clauses: Policy['clauses']): LoanForm[] {
  const { title, kind, benefits } = policy
  // Notes and figures also speak of what is over, or another product's.
  const texts = clauses
    .filter(({ heading }) => !['要留意', '数据', '还不知道'].includes(heading))
    .map(({ text }) => text)
  const isSaid = (words: RegExp) => [title, ...texts].some((text) => words.test(text))
  const forms: Record<LoanForm, boolean> = {
    credit: isSaid(/信用类?贷/),
    guarantee: kind === 'guarantee' || isSaid(/(?<!创业)担保(?!费)|质押|保证保险/),
    subsidy: kind === 'interest-subsidy' || benefits.some(({ type }) => type === 'interest-subsidy'),
  }
  return (['credit', 'guarantee', 'subsidy'] as const).filter((form) => forms[form])
}
