import type { Assessment, Finding } from '../../contract.ts'
import { excludesBelow, findingsBelow } from '../../state/findings.ts'
import { factNames } from '../../state/verdict-text.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { ClauseMark } from './clause-mark.tsx'
import { OutcomeTag } from './outcome-tag.tsx'

interface Props {
  readonly findings: readonly Finding[]
  readonly assessment: Assessment
  readonly asOf: string
  /** Below what must not be the case. */
  readonly isExcluded?: boolean
}

/** Every condition of a policy with its outcome and its clause, nested as the policy nests them. */
export function ConditionTree({ findings, assessment, asOf, isExcluded = false }: Props) {
  return (
    <ul class="conditions">
      {findings.map((finding, index) => (
        <li key={index}>
          <div class="condition">
            <div class="condition-text">
              <OutcomeTag finding={finding} isExcluded={isExcluded} /> <ConditionText finding={finding} />
            </div>
            {finding.clause !== null && <ClauseMark clause={finding.clause} assessment={assessment} asOf={asOf} />}
          </div>
          {finding.children !== undefined && (
            <ConditionTree
              findings={findingsBelow(finding)}
              assessment={assessment}
              asOf={asOf}
              isExcluded={excludesBelow(finding, isExcluded)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

export function ConditionText({ finding }: { readonly finding: Finding }) {
  const { fact, missingFacts = [], children } = finding
  // The words of a condition on one fact say what is known of it; those of a score cannot.
  const isScore = fact === undefined && children === undefined
  const names = isScore ? factNames(missingFacts) : ''
  return (
    <>
      <span lang={languageOf(nodeText(finding))}>{nodeText(finding)}</span>
      {names !== '' && <span class="condition-note">{fill(wording.value.verdicts.missing, { facts: names })}</span>}
    </>
  )
}

/** Groups of conditions often have no words of their own. */
export function nodeText({ text, kind }: Finding): string {
  const { nodes } = wording.value.verdicts
  if (text !== '') return text
  return kind === 'all' || kind === 'any' || kind === 'not' ? nodes[kind] : text
}
