import type { SharedReply, Verdict } from '../../contract.ts'
import { wording } from '../../wording/index.ts'

const verdictOrder: readonly Verdict[] = ['eligible', 'undetermined', 'ineligible']

/** How the company was judged, where its owner agreed to show it: policies by verdict. */
export function SharedVerdicts({ verdicts }: { readonly verdicts: SharedReply['answer']['verdicts'] }) {
  const names = wording.value.verdicts.groups
  return verdictOrder.map((verdict) => {
    const group = verdicts.filter((one) => one.verdict === verdict)
    if (group.length === 0) return null
    return (
      <section class="statements" key={verdict}>
        <h3>{names[verdict]}</h3>
        <ul class="listed">
          {group.map(({ policyId, title }) => (
            <li key={policyId}>
              <p lang="zh-CN">{title}</p>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
