import type { Verdict } from '../../contract.ts'
import { wording } from '../../wording/index.ts'

const verdictOrder: readonly Verdict[] = ['eligible', 'undetermined', 'ineligible']

interface Props {
  readonly verdicts: readonly { readonly title: string; readonly verdict: Verdict }[]
}

/** How the company was judged, in an answer that was kept or passed on: policies by verdict. */
export function VerdictTitles({ verdicts }: Props) {
  const names = wording.value.verdicts.groups
  return verdictOrder.map((verdict) => {
    const group = verdicts.filter((one) => one.verdict === verdict)
    if (group.length === 0) return null
    return (
      <section class="statements" key={verdict}>
        <h3>{names[verdict]}</h3>
        <ul class="listed">
          {group.map(({ title }) => (
            <li key={title}>
              <p lang="zh-CN">{title}</p>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
