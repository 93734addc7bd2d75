import type { ClauseReply, PolicyReply } from '../../contract.ts'
import { useFetched } from '../../state/fetched.ts'
import { policies } from '../../state/policy-page.ts'
import { policyPath } from '../../state/policy-path.ts'
import { fill, titleOf } from '../../wording/index.ts'
import { loanWording } from '../../wording/loans/index.ts'
import { Link } from '../frame/link.tsx'
import { RequestForm } from './request-form.tsx'

/** The policy that the picture shows. */
const mechanismId = 'changning-financing-coordination'

/** How a company comes to be recommended to a bank, and the text to begin with. */
export function FinancingPath({ asOf }: { readonly asOf: string }) {
  const words = loanWording.value.path
  const reply = useFetched(policies, mechanismId)
  return (
    <>
      <section class="financing" aria-labelledby="financing-title">
        <h2 id="financing-title" tabindex={-1}>
          {words.title}
        </h2>
        {reply.status === 'failed' && <p role="alert">{words.missing}</p>}
        {reply.status === 'ready' && <Steps policy={reply.value} />}
      </section>
      {reply.status === 'ready' && <RequestForm mechanism={reply.value} asOf={asOf} />}
    </>
  )
}

function Steps({ policy }: { readonly policy: PolicyReply }) {
  const words = loanWording.value.path
  const on = (...topics: readonly string[]) =>
    policy.clauses.filter((clause) => topics.some((topic) => topic === clause.topics[0]))
  const conditions = on('conditions').filter(({ anchor }) => !policy.notConditions.includes(anchor))
  return (
    <>
      <ol class="financing-steps" aria-label={words.label}>
        {words.steps.map(({ name, does }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span>{does}</span>
          </li>
        ))}
      </ol>
      <h3>{words.says}</h3>
      <Clauses policy={policy} clauses={on('process', 'deadline', 'amount', 'unknown')} />
      <details>
        <summary>{words.conditions}</summary>
        <Clauses policy={policy} clauses={conditions} />
      </details>
      <p>
        <Link to={policyPath(policy.id)}>{fill(words.whole, { title: titleOf(policy) })}</Link>
      </p>
    </>
  )
}

interface ClausesProps {
  readonly policy: PolicyReply
  readonly clauses: readonly ClauseReply[]
}

function Clauses({ policy, clauses }: ClausesProps) {
  return (
    <ul class="financing-clauses">
      {clauses.map(({ anchor, number, text }) => (
        <li key={anchor}>
          <span lang="zh-CN">{text}</span>{' '}
          <Link to={policyPath(policy.id, anchor)} class="loan-clause">
            {fill(loanWording.value.clause, { number })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
