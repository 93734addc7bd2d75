import type { PolicyReply } from '../../contract.ts'
import { policyPath } from '../../state/policy-path.ts'
import { fill } from '../../wording/index.ts'
import { loanWording } from '../../wording/loans/index.ts'
import { Link } from '../frame/link.tsx'

/** Whom the text is for, as far as that is known. */
export function BringTo({ mechanism: { id, contact, clauses } }: { readonly mechanism: PolicyReply }) {
  const { request: words, clause: clauseName } = loanWording.value
  const clause = clauses.find(({ anchor }) => anchor === contact.clause)
  const { organisation, phone } = contact
  return (
    <div class="bring-to">
      <h3>{words.bring}</h3>
      <p>
        {words.bringFirst} {words.bringUnknown}
      </p>
      <p>
        {phone === null ? fill(words.bringAskNoPhone, { organisation }) : fill(words.bringAsk, { organisation, phone })}{' '}
        {clause && (
          <Link to={policyPath(id, clause.anchor)} class="loan-clause">
            {fill(clauseName, { number: clause.number })}
          </Link>
        )}
      </p>
    </div>
  )
}
