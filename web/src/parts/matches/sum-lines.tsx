import type { Assessment } from '../../contract.ts'
import { type BenefitSum, perText, type SumPart, stepsOf, sumText, totalText } from '../../state/bundle-text.ts'
import { judgedNow, judgedOn } from '../../state/matches.ts'
import { titleOf } from '../../state/policy-titles.ts'
import { fill, languageOf } from '../../wording/index.ts'
import { matchesWording } from '../../wording/matches/index.ts'
import { ClauseMark } from '../verdicts/clause-mark.tsx'

interface Props {
  readonly sum: BenefitSum
  readonly title: string
  readonly startsOpen?: boolean
}

/** A sum line by line, each with its clause and the calculation; a line without a figure says so. */
export function SumLines({ sum, title, startsOpen = false }: Props) {
  const words = matchesWording.value.together
  if (sum.parts.length === 0) return null
  return (
    <details class="sum-lines" open={startsOpen}>
      <summary>{title}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.benefit}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {sum.parts.map((part, place) => (
            <Line key={place} part={part} assessments={judgedNow.value} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.sum}</th>
            <td>{totalText(sum)}</td>
          </tr>
        </tfoot>
      </table>
    </details>
  )
}

function Line({ part, assessments }: { readonly part: SumPart; readonly assessments: readonly Assessment[] }) {
  const words = matchesWording.value.together
  const { policyId, label, amount, clause } = part
  const assessment = assessments.find((each) => each.policyId === policyId)
  const title = titleOf(policyId) ?? policyId
  return (
    <tr>
      <th scope="row">
        <span lang={languageOf(title)}>{title}</span>
        <span class="line-benefit" lang={languageOf(label)}>
          {label}{' '}
          {assessment !== undefined && <ClauseMark clause={clause} assessment={assessment} asOf={judgedOn.value} />}
        </span>
        {stepsOf(part, assessments).map((step) => (
          <span key={step} class="line-step" lang={languageOf(step)}>
            {step}
          </span>
        ))}
      </th>
      <td>
        {perText(part)} {amount === null ? words.unknown : sumText(amount)}
      </td>
    </tr>
  )
}

export function linesTitle({ parts }: BenefitSum): string {
  return fill(matchesWording.value.together.linesCount, { count: parts.length })
}
