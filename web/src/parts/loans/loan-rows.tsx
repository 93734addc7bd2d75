import type { LoanProduct, LoanTermName, Verdict } from '../../contract.ts'
import type { LoanVerdicts } from '../../state/loan-verdicts.ts'
import type { LoanGroup } from '../../state/loans.ts'
import { policyPath } from '../../state/policy-path.ts'
import { locale } from '../../state/preferences.ts'
import { levelText } from '../../state/verdict-text.ts'
import { fill, wording } from '../../wording/index.ts'
import { loanWording } from '../../wording/loans/index.ts'
import { Link } from '../frame/link.tsx'
import { StandingBadge } from '../standing-badge.tsx'
import { LoanTermCell } from './loan-term-cell.tsx'

const terms = [
  'whom',
  'amount',
  'rate',
  'duration',
  'security',
  'fee',
  'process',
  'contact',
] as const satisfies readonly LoanTermName[]

interface Props {
  readonly groups: readonly LoanGroup[]
  readonly verdicts: LoanVerdicts
  readonly isByAmount: boolean
}

/** The table itself; a narrow screen shows each row as a card. */
export function LoanRows({ groups, verdicts, isByAmount }: Props) {
  const words = loanWording.value
  return (
    <section class="loan-frame" tabindex={0} aria-label={words.region}>
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
              <Product key={product.id} product={product} verdicts={verdicts} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Product({ product, verdicts }: { readonly product: LoanProduct; readonly verdicts: LoanVerdicts }) {
  const { id, title, titleEn, level, standing } = product
  const name = locale.value === 'en' ? titleEn : title
  return (
    <tr class="loan">
      <th scope="row">
        <Link to={policyPath(id)}>{name}</Link>
        <span class="loan-facts">
          {levelText(level)} {standing !== 'in-force' && <StandingBadge standing={standing} />}
        </span>
        {typeof verdicts === 'object' && <VerdictTag verdict={verdicts.get(id)} />}
      </th>
      {terms.map((term) => (
        <LoanTermCell key={term} term={term} product={product} />
      ))}
    </tr>
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
