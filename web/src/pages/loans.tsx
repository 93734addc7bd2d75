import { PageHeading } from '../parts/frame/page-heading.tsx'
import { FinancingPath } from '../parts/loans/financing-path.tsx'
import { LoanComparison } from '../parts/loans/loan-comparison.tsx'
import { useFetched } from '../state/fetched.ts'
import { loanTables } from '../state/loans.ts'
import { loanWording } from '../wording/loans/index.ts'
import '../styles/loans.css'

/** All loans side by side, and the way to be recommended to a bank. */
export default function LoansPage() {
  const words = loanWording.value
  const reply = useFetched(loanTables, '')
  return (
    <main class="main plain-page loans" id="main" aria-busy={reply.status === 'loading'}>
      <PageHeading title={words.title} />
      {reply.status === 'loading' && <p role="status">{words.loading}</p>}
      {reply.status === 'failed' && (
        <p role="alert">
          {words.failed}{' '}
          <button type="button" class="secondary" onClick={() => void loanTables.load('')}>
            {words.retry}
          </button>
        </p>
      )}
      {reply.status === 'ready' && (
        <>
          <p>
            <a href="#financing-title">{words.path.to}</a>
          </p>
          <LoanComparison table={reply.value} />
          <FinancingPath asOf={reply.value.asOf} />
        </>
      )}
    </main>
  )
}
