import type { LoanClause, LoanProduct, LoanTermName } from '../../contract.ts'
import { policyPath } from '../../state/policy-path.ts'
import { locale } from '../../state/preferences.ts'
import { fill, formatPercent, formatYuan, titleOf, wording } from '../../wording/index.ts'
import { loanWording } from '../../wording/loans/index.ts'
import { Link } from '../frame/link.tsx'

/** A longer sentence is read where it stands. */
const longest = 72
const longestInBrief = 36

interface Props {
  readonly term: LoanTermName
  readonly product: LoanProduct
  /** Only how it begins. */
  readonly isBrief?: boolean
}

/** What is known of one term of one product, and where it says so. */
export function LoanTerm({ term, product, isBrief = false }: Props) {
  const words = loanWording.value
  const { clauses, more, unknown } = product.terms[term]
  const title = titleOf(product)
  const shown = isBrief ? clauses.slice(0, 1) : clauses
  const isUnknown = clauses.length === 0 || (unknown.length > 0 && !isBrief)
  return (
    <>
      <span class="loan-label">{words.terms[term]}</span>
      <div class="loan-cell">
        {shown.map((clause) => (
          <Quote key={clause.anchor} clause={clause} product={product} title={title} isBrief={isBrief} />
        ))}
        {more > 0 && !isBrief && (
          <p>
            <Link
              to={`${policyPath(product.id)}#${sectionOf(term)}`}
              aria-label={fill(words.moreOf, { title, term: words.terms[term], count: more })}
            >
              {fill(words.more, { count: more })}
            </Link>
          </p>
        )}
        {isUnknown && (
          <p class="loan-unknown">
            {clauses.length === 0 ? words.unknown : words.alsoUnknown}{' '}
            {unknown.map(({ anchor, number }) => (
              <ClauseLink key={anchor} id={product.id} anchor={anchor} number={number} title={title} />
            ))}
          </p>
        )}
      </div>
    </>
  )
}

/** Whether the brief form says for whom a product is as the whole does. */
export function isWholeInBrief({ terms: { whom } }: LoanProduct): boolean {
  const [clause, ...others] = whom.clauses
  if (clause === undefined) return true
  return others.length === 0 && whom.unknown.length === 0 && clause.text.length <= longestInBrief
}

interface QuoteProps {
  readonly clause: LoanClause
  readonly product: LoanProduct
  readonly title: string
  readonly isBrief: boolean
}

function Quote({ clause: { anchor, number, text, figures }, product, title, isBrief }: QuoteProps) {
  const limit = isBrief ? longestInBrief : longest
  return (
    <p>
      {figures.length > 0 && <strong>{figures.map(figureText).join(' / ')} </strong>}
      <span lang="zh-CN">{text.length > limit ? `${text.slice(0, limit)}…` : text}</span>{' '}
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
