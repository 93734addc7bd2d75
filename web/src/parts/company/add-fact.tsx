import { useState } from 'preact/hooks'
import type { FactReply } from '../../contract.ts'
import { factsByKey } from '../../state/fact-catalogue.ts'
import { profile } from '../../state/profile.ts'
import { fill, wording } from '../../wording/index.ts'
import { FactChoice } from './fact-choice.tsx'
import type { Editing } from './known-facts.tsx'

const shownAtOnce = 6

interface Props extends Editing {
  /** Offered elsewhere already. */
  readonly wanted: readonly string[]
}

/** Every fact that can be told, found by its name; before any search, those that owners know by heart. */
export function AddFact({ wanted, ...editing }: Props) {
  const words = wording.value.company
  const [sought, setSought] = useState('')
  const found = factsFor(sought, wanted)
  const shown = found.slice(0, shownAtOnce)
  return (
    <section class="add-fact">
      <h3>{words.add}</h3>
      <input
        class="search"
        type="search"
        placeholder={words.search}
        aria-label={words.search}
        value={sought}
        onInput={(event) => setSought(event.currentTarget.value)}
      />
      <ul class="fact-choices" aria-label={words.found}>
        {shown.map((fact) => (
          <FactChoice key={fact.key} fact={fact} {...editing} />
        ))}
      </ul>
      <p class="company-note" role="status">
        {sought !== '' && found.length === 0 && words.notFound}
        {found.length > shown.length && fill(words.more, { count: found.length - shown.length })}
      </p>
    </section>
  )
}

/** A fact without a question is only ever computed, so nobody is asked to write it. */
function factsFor(sought: string, offered: readonly string[]): FactReply[] {
  const wanted = sought.trim().toLowerCase()
  const taken = new Set([...Object.keys(profile.value), ...offered])
  const open = [...factsByKey.value.values()].filter(({ key, question }) => question !== null && !taken.has(key))
  const found = open.filter(({ label, question }) => `${label} ${question}`.toLowerCase().includes(wanted))
  const isNamed = ({ label }: FactReply) => label.toLowerCase().includes(wanted)
  return found.sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)) || one.difficulty - other.difficulty)
}
