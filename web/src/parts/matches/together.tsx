import type { AssessmentsReply } from '../../contract.ts'
import { type Bundle, totalText, unknownCount } from '../../state/bundle-text.ts'
import { judgedNow, judgedOn } from '../../state/matches.ts'
import { titleOf } from '../../state/policy-titles.ts'
import { fill, languageOf } from '../../wording/index.ts'
import { matchesWording } from '../../wording/matches/index.ts'
import { ClauseMark } from '../verdicts/clause-mark.tsx'
import { linesTitle, SumLines } from './sum-lines.tsx'

/** What can be enjoyed together and what it comes to: surely, and at the very most. */
export function Together({ combination }: Pick<AssessmentsReply, 'combination'>) {
  const words = matchesWording.value.together
  return (
    <>
      <BundleView bundle={combination.certain} title={words.certain} note="" isCertain />
      <BundleView bundle={combination.possible} title={words.possible} note={words.possibleNote} isCertain={false} />
    </>
  )
}

interface BundleProps {
  readonly bundle: Bundle
  readonly title: string
  readonly note: string
  readonly isCertain: boolean
}

function BundleView({ bundle, title, note, isCertain }: BundleProps) {
  const words = matchesWording.value.together
  const { total, creditLines, deductions, chosen, leftOut } = bundle
  const unknown = unknownCount(total)
  return (
    <section class="bundle" aria-label={title}>
      <h3>{title}</h3>
      {note !== '' && <p class="company-note">{note}</p>}
      <p class="bundle-total">
        {isCertain ? words.total : words.totalPossible} <strong>{totalText(total)}</strong>
      </p>
      {unknown > 0 && <p class="company-note">{fill(words.partial, { count: unknown })}</p>}
      <SumLines sum={total} title={linesTitle(total)} startsOpen={isCertain} />
      <SumLines sum={creditLines} title={words.credit} />
      <SumLines sum={deductions} title={words.deduction} />
      <Chosen ids={chosen} />
      <Exclusions leftOut={leftOut} hasChoice={chosen.length > 1} />
    </section>
  )
}

function Chosen({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <details class="sum-lines">
      <summary>{fill(matchesWording.value.together.chosen, { count: ids.length })}</summary>
      <ul class="chosen">
        {ids.map((id) => (
          <Name key={id} id={id} />
        ))}
      </ul>
    </details>
  )
}

function Name({ id }: { readonly id: string }) {
  const title = titleOf(id) ?? id
  return <li lang={languageOf(title)}>{title}</li>
}

interface ExclusionsProps {
  readonly leftOut: Bundle['leftOut']
  readonly hasChoice: boolean
}

/** Which exclude each other, as pairs: one is taken, the other is not. */
function Exclusions({ leftOut, hasChoice }: ExclusionsProps) {
  const words = matchesWording.value.together
  if (leftOut.length === 0) return hasChoice ? <p class="company-note">{words.noExclusive}</p> : null
  return (
    <>
      <h4>{words.exclusive}</h4>
      <ul class="pairs">
        {leftOut.map((left) => (
          <Pair key={left.policyId} left={left} />
        ))}
      </ul>
    </>
  )
}

function Pair({ left }: { readonly left: Bundle['leftOut'][number] }) {
  const words = matchesWording.value.together
  const isExclusive = left.reason === 'exclusive'
  const assessment = judgedNow.value.find(({ policyId }) => policyId === left.policyId)
  return (
    <li class="pair">
      <div class={isExclusive ? 'pair-side is-taken' : 'pair-side'}>
        <span class="pair-mark">{isExclusive ? words.take : words.prerequisite}</span>
        <ul>
          {left.for.map((id) => (
            <Name key={id} id={id} />
          ))}
        </ul>
      </div>
      {isExclusive && <span class="pair-or">{words.or}</span>}
      <div class="pair-side">
        <span class="pair-mark">{isExclusive ? words.leave : words.missing}</span>
        <ul>
          <Name id={left.policyId} />
        </ul>
        {left.mayBeWorthMore && <p class="company-note">{words.mayBeMore}</p>}
      </div>
      {left.clause !== undefined && assessment !== undefined && (
        <p class="pair-rule">
          {words.rule} <ClauseMark clause={left.clause} assessment={assessment} asOf={judgedOn.value} />
        </p>
      )}
    </li>
  )
}
