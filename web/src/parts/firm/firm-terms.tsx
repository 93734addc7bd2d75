import type { ComponentChildren } from 'preact'
import type { Assessment, Finding } from '../../contract.ts'
import {
  lowProfitPolicy,
  outcomeOf,
  sizePolicy,
  smallOutcome,
  smallScaleFinding,
  smallScalePolicy,
} from '../../state/firm-terms.ts'
import { judgedNow, judgedOn, matches } from '../../state/matches.ts'
import { sizeClass } from '../../state/size-class.ts'
import { firmWording } from '../../wording/firm/index.ts'
import { fill, languageOf } from '../../wording/index.ts'
import { Link } from '../frame/link.tsx'
import { ClauseMark } from '../verdicts/clause-mark.tsx'
import { ConditionTree } from '../verdicts/condition-tree.tsx'

/** Three kinds of “small” side by side, each with whether the firm is one. */
export function FirmTerms() {
  const words = firmWording.value.terms
  const lowProfit = judgedNow.value.find(({ policyId }) => policyId === lowProfitPolicy)
  const vat = judgedNow.value.find(({ policyId }) => policyId === smallScalePolicy)
  const smallScale = smallScaleFinding(vat?.findings ?? [])
  const size = sizeClass.state.value.reply
  return (
    <section class="firm-terms" aria-labelledby="terms-title">
      <h2 id="terms-title">{words.title}</h2>
      <dl>
        {lowProfit !== undefined && (
          <Term name={words.lowProfit} use={words.lowProfitFor} outcome={outcomeOf(lowProfit)}>
            <Conditions assessment={lowProfit} />
            <PolicyLink {...lowProfit} />
          </Term>
        )}
        {size !== null && (
          <Term name={words.smallMicro} use={words.smallMicroFor} outcome={smallOutcome(size.possible)}>
            <p lang={languageOf(size.text)}>{size.text}</p>
            <PolicyLink policyId={sizePolicy} title={words.standard} />
          </Term>
        )}
        {vat !== undefined && smallScale !== null && (
          <Term name={words.smallScale} use={words.smallScaleFor} outcome={smallScale.outcome}>
            <Clause finding={smallScale} assessment={vat} />
            <PolicyLink {...vat} />
          </Term>
        )}
      </dl>
    </section>
  )
}

interface TermProps {
  readonly name: string
  readonly use: string
  readonly outcome: Finding['outcome']
  readonly children: ComponentChildren
}

function Term({ name, use, outcome, children }: TermProps) {
  return (
    <div class="term">
      <dt>
        {name} <span class={`term-state term-${outcome}`}>{firmWording.value.terms.states[outcome]}</span>
      </dt>
      <dd>
        <p class="company-note">{use}</p>
        {children}
      </dd>
    </div>
  )
}

function Conditions({ assessment }: { readonly assessment: Assessment }) {
  return (
    <details>
      <summary>{firmWording.value.terms.conditions}</summary>
      <ConditionTree findings={assessment.findings} assessment={assessment} asOf={judgedOn.value} />
    </details>
  )
}

/** What the condition rests on, word for word. */
function Clause({ finding: { clause }, assessment }: { readonly finding: Finding; readonly assessment: Assessment }) {
  if (clause === null) return null
  const text = matches.state.value.reply?.clauses[`${clause.policyId}#${clause.anchor}`]
  return (
    <p lang="zh-CN">
      {text} <ClauseMark clause={clause} assessment={assessment} asOf={judgedOn.value} />
    </p>
  )
}

function PolicyLink({ policyId, title }: Pick<Assessment, 'policyId' | 'title'>) {
  return (
    <p>
      <Link to={`/policies/${policyId}`}>
        <span lang={languageOf(title)}>{fill(firmWording.value.terms.policy, { title })}</span>
      </Link>
    </p>
  )
}
