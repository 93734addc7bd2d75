import type { LoanTable } from '../../contract.ts'
import { type LoanVerdicts, useLoanVerdicts } from '../../state/loan-verdicts.ts'
import { type LoanQuery, loanForms, loanGroups, loanPath, readLoanQuery } from '../../state/loans.ts'
import { policyPath } from '../../state/policy-path.ts'
import { locale } from '../../state/preferences.ts'
import { knownCount } from '../../state/profile.ts'
import { visit } from '../../state/route.ts'
import { fill, formatDate, titleOf } from '../../wording/index.ts'
import { loanWording } from '../../wording/loans/index.ts'
import { Link } from '../frame/link.tsx'
import { StandingBadge } from '../standing-badge.tsx'
import { LoanRows } from './loan-rows.tsx'

/** The products in one table, with the ways to narrow and order it. */
export function LoanComparison({ table }: { readonly table: LoanTable }) {
  const words = loanWording.value
  const query = readLoanQuery(visit.value.query)
  const verdicts = useLoanVerdicts(table)
  const groups = loanGroups(table.products, query)
  const count = groups.reduce((sum, { products }) => sum + products.length, 0)
  return (
    <section aria-labelledby="loan-caption">
      <p class="loan-note">
        {fill(words.intro, { asOf: formatDate(table.asOf, locale.value), count: table.products.length })}{' '}
        {words.chineseOnly}
      </p>
      <VerdictNote verdicts={verdicts} />
      <Filters query={query} />
      <h2 id="loan-caption" aria-live="polite">
        {fill(words.captionCount, { count })}
      </h2>
      {count === 0 && <p>{words.none}</p>}
      {count > 0 && <LoanRows groups={groups} verdicts={verdicts} isByAmount={query.isByAmount} />}
      <Others others={table.others} />
    </section>
  )
}

/** Whether the table speaks of the reader's own company. */
function VerdictNote({ verdicts }: { readonly verdicts: LoanVerdicts }) {
  const words = loanWording.value.verdict
  if (verdicts === 'none')
    return (
      <p class="loan-note">
        {words.tell} <Link to="/firm">{words.tellLink}</Link>
      </p>
    )
  const text = () => {
    if (verdicts === 'loading') return words.loading
    return verdicts === 'failed' ? words.failed : fill(words.known, { count: knownCount.value })
  }
  return (
    <p class="loan-note" role="status">
      {text()}
    </p>
  )
}

function Filters({ query }: { readonly query: LoanQuery }) {
  const words = loanWording.value.filters
  const forms = [{ form: null, name: words.all }, ...loanForms.map((form) => ({ form, name: words.forms[form] }))]
  const orders = [
    { isByAmount: false, name: words.byKind },
    { isByAmount: true, name: words.byAmount },
  ]
  return (
    <div class="loan-filters">
      <Choices
        label={words.form}
        choices={forms.map(({ form, name }) => ({
          name,
          isChosen: form === query.form,
          to: loanPath({ ...query, form }),
        }))}
      />
      <Choices
        label={words.sort}
        choices={orders.map(({ isByAmount, name }) => ({
          name,
          isChosen: isByAmount === query.isByAmount,
          to: loanPath({ ...query, isByAmount }),
        }))}
      />
      <p class="loan-note">{words.formsHint}</p>
    </div>
  )
}

interface Choice {
  readonly name: string
  readonly to: string
  readonly isChosen: boolean
}

function Choices({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }) {
  return (
    <nav class="loan-choices" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      {choices.map(({ name, to, isChosen }) => (
        <Link key={to} to={to} class="chip" aria-current={isChosen ? 'true' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

function Others({ others }: Pick<LoanTable, 'others'>) {
  if (others.length === 0) return null
  return (
    <details class="loan-others">
      <summary>{fill(loanWording.value.others, { count: others.length })}</summary>
      <ul>
        {others.map(({ id, standing, ...titles }) => (
          <li key={id}>
            <Link to={policyPath(id)}>{titleOf(titles)}</Link> <StandingBadge standing={standing} />
          </li>
        ))}
      </ul>
    </details>
  )
}
