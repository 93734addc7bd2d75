import { factsByKey } from '../../state/fact-catalogue.ts'
import { profile } from '../../state/profile.ts'
import { wording } from '../../wording/index.ts'
import { FactChoice } from './fact-choice.tsx'
import type { Editing } from './known-facts.tsx'

/** What the policy the reader came from still needs. */
export function WantedFacts({ wanted, ...editing }: Editing & { readonly wanted: readonly string[] }) {
  const words = wording.value.company
  if (wanted.length === 0 || factsByKey.value.size === 0) return null
  const open = wanted.filter((key) => !(key in profile.value)).flatMap((key) => factsByKey.value.get(key) ?? [])
  return (
    <section class="wanted-facts">
      <h3>{words.wanted}</h3>
      {open.length === 0 && <p class="company-note">{words.wantedDone}</p>}
      <ul class="fact-choices">
        {open.map((fact) => (
          <FactChoice key={fact.key} fact={fact} {...editing} />
        ))}
      </ul>
    </section>
  )
}
