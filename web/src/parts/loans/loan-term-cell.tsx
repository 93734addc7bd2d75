import type { LoanClause, LoanProduct, LoanTermName } from '../../contract.ts'
import { policyPath } from '../../state/policy-path.ts'
import { locale } from '../../state/preferences.ts'
import { fill, formatPercent, formatYuan, wording } from '../../wording/index.ts'
import { loanWording } from '../../wording/loans/index.ts'
import { Link } from '../frame/link.tsx'

/** A longer sentence is read where it stands. */
const longest = 72

interface Props {
  readonly term: LoanTermName
  readonly product: LoanProduct
}

/** What is known of one term of one product, and where it says so. */
export function LoanTermCell({ term, product }: Props) {
  const words = loanWording.value
  const { clauses, more, unknown } = product.terms[term]
  const title = locale.value === 'en' ? product.titleEn : product.title
  return (
    <td>
      <span class="loan-label" aria-hidden="true">
        {words.terms[term]}
      </span>
      <div class="loan-cell">
        {clauses.map((clause) => (
          <Quote key={clause.anchor} clause={clause} product={product} title={title} />
        ))}
        {more > 0 && (
          <p>
            <Link
              to={`${policyPath(product.id)}#${sectionOf(term)}`}
              aria-label={fill(words.moreOf, { title, term: words.terms[term], count: more })}
            >
              {fill(words.more, { count: more })}
            </Link>
          </p>
        )}
        {(clauses.length === 0 || unknown.length > 0) && (
          <p class="loan-unknown">
            {clauses.length === 0 ? words.unknown : words.alsoUnknown}{' '}
            {unknown.map(({ anchor, number }) => (
              <ClauseLink key={anchor} id={product.id} anchor={anchor} number={number} title={title} />
            ))}
          </p>
        )}
      </div>
    </td>
  )
}

interface QuoteProps {
  readonly clause: LoanClause
  readonly product: LoanProduct
  readonly title: string
}

function Quote({ clause: { anchor, number, text, figures }, product, title }: QuoteProps) {
  return (
    <p>
      {figures.length > 0 && <strong>{figures.map(figureText).join(' / ')} </strong>}
      <span lang="zh-CN">{text.length > longest ? `${text.slice(0, longest)}…` : text}</span>{' '}
      <ClauseLink id={product.id} anchor={anchor} number={number} title={title} />
    </p>
  )
}

interface ClauseLinkProps {
  readonly id: string
  readonly anchor: string
  readonly number: number
  readonly title: string
}

function ClauseLink({ id, anchor, number, title }: ClauseLinkProps) {
  const words = loanWording.value
  return (
    <Link to={policyPath(id, anchor)} class="loan-clause" aria-label={fill(words.clauseOf, { title, number })}>
      {fill(words.clause, { number })}
    </Link>
  )
}

function figureText({ kind, value }: LoanClause['figures'][number]): string {
  const words = loanWording.value
  switch (kind) {
    case 'amount':
      return fill(words.upTo, { amount: formatYuan(value, locale.value, wording.value.values.yuan) })
    case 'subsidy':
      return fill(words.subsidy, { rate: formatPercent(value, locale.value) })
    case 'months':
      return fill(words.months, { count: value })
  }
}

/** The section of the policy's page where the rest stands. */
function sectionOf(term: LoanTermName): string {
  switch (term) {
    case 'whom':
      return 'who'
    case 'process':
      return 'how'
    case 'contact':
      return 'contact'
    default:
      return 'gives'
  }
}
