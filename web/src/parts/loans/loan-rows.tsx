import type { LoanProduct, LoanTermName, Verdict } from '../../contract.ts'
import type { LoanVerdicts } from '../../state/loan-verdicts.ts'
import type { LoanGroup } from '../../state/loans.ts'
import { policyPath } from '../../state/policy-path.ts'
import { levelText } from '../../state/verdict-text.ts'
import { fill, titleOf, wording } from '../../wording/index.ts'
import { loanWording } from '../../wording/loans/index.ts'
import { Link } from '../frame/link.tsx'
import { StandingBadge } from '../standing-badge.tsx'
import { useWideScreen } from '../use-wide-screen.ts'
import { isWholeInBrief, LoanTerm } from './loan-term.tsx'

/** What a narrow screen shows of each product; the rest is folded. */
const first = ['whom', 'amount', 'rate'] as const satisfies readonly LoanTermName[]
const rest = ['duration', 'security', 'fee', 'process', 'contact'] as const satisfies readonly LoanTermName[]
const terms = [...first, ...rest]

interface Props {
  readonly groups: readonly LoanGroup[]
  readonly verdicts: LoanVerdicts
  readonly isByAmount: boolean
}

/** The table itself; a narrow screen shows each row as a card, and has nothing to scroll sideways. */
export function LoanRows({ groups, verdicts, isByAmount }: Props) {
  const words = loanWording.value
  const isWide = useWideScreen()
  return (
    <section class="loan-frame" {...(isWide ? { tabindex: 0, 'aria-label': words.region } : {})}>
      <table class="loan-table">
        <caption class="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.product}</th>
            {terms.map((term) => (
              <th key={term} scope="col" aria-sort={term === 'amount' && isByAmount ? 'descending' : undefined}>
                {words.terms[term]}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ kind, products }) => (
          <tbody key={kind ?? ''}>
            {kind !== null && (
              <tr class="loan-kind">
                <th scope="rowgroup" colSpan={terms.length + 1}>
                  <span>{kindName(kind)}</span>
                </th>
              </tr>
            )}
            {products.map((product) => (
              <Product key={product.id} product={product} verdicts={verdicts} isWide={isWide} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

interface ProductProps {
  readonly product: LoanProduct
  readonly verdicts: LoanVerdicts
  readonly isWide: boolean
}

function Product({ product, verdicts, isWide }: ProductProps) {
  const { id, level, standing } = product
  return (
    <tr class="loan">
      <th scope="row">
        <Link to={policyPath(id)}>{titleOf(product)}</Link>
        <span class="loan-facts">
          {levelText(level)} {standing !== 'in-force' && <StandingBadge standing={standing} />}
        </span>
        {typeof verdicts === 'object' && <VerdictTag verdict={verdicts.get(id)} />}
      </th>
      {(isWide ? terms : first).map((term) => (
        <td key={term}>
          <LoanTerm term={term} product={product} isBrief={!isWide && term === 'whom'} />
        </td>
      ))}
      {!isWide && <FoldedTerms product={product} />}
    </tr>
  )
}

function FoldedTerms({ product }: Pick<ProductProps, 'product'>) {
  return (
    <td class="loan-rest">
      <details class="folded">
        <summary>
          {loanWording.value.rest}
          <span class="visually-hidden">{fill(loanWording.value.restOf, { title: titleOf(product) })}</span>
        </summary>
        {(isWholeInBrief(product) ? rest : (['whom', ...rest] as const)).map((term) => (
          <div key={term}>
            <LoanTerm term={term} product={product} />
          </div>
        ))}
      </details>
    </td>
  )
}

function VerdictTag({ verdict }: { readonly verdict: Verdict | undefined }) {
  if (verdict === undefined) return null
  const text = fill(loanWording.value.verdict.label, { verdict: wording.value.verdicts.groups[verdict] })
  return <span class={`loan-verdict tag-${verdict}`}>{text}</span>
}

function kindName(kind: LoanProduct['kind']): string {
  const words: Readonly<Record<string, string>> = loanWording.value.kinds
  return words[kind] ?? kind
}
