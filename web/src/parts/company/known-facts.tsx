import type { RecordedFact } from '../../contract.ts'
import { removeFact } from '../../state/company.ts'
import { factsByKey } from '../../state/fact-catalogue.ts'
import { factText } from '../../state/fact-text.ts'
import { bareValue, profile } from '../../state/profile.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'
import { focusSheet } from '../sheet.tsx'
import { FactForm } from './fact-form.tsx'

export interface Editing {
  readonly editing: string | null
  readonly onEdit: (key: string | null) => void
}

export function KnownFacts(props: Editing) {
  const words = wording.value.company
  const known = Object.entries(profile.value)
  if (known.length === 0) return <p class="company-note">{words.empty}</p>
  return (
    <ul class="known-facts" aria-label={words.known}>
      {known.map(([key, fact]) => (
        <KnownFact key={key} name={key} fact={fact} {...props} />
      ))}
    </ul>
  )
}

interface Props extends Editing {
  readonly name: string
  readonly fact: RecordedFact
}

function KnownFact({ name, fact, editing, onEdit }: Props) {
  const definition = factsByKey.value.get(name)
  const label = definition?.label ?? name
  const value = bareValue(fact)
  return (
    <li class="known-fact">
      <div class="known-line">
        <div>
          <p class="known-label">{label}</p>
          <p class="known-value">{factText(definition, value)}</p>
          <Evidence fact={fact} />
        </div>
        <Buttons name={name} label={label} isEditable={definition !== undefined} onEdit={() => onEdit(name)} />
      </div>
      {editing === name && definition !== undefined && (
        <FactForm fact={definition} value={value} onDone={() => onEdit(null)} />
      )}
    </li>
  )
}

interface ButtonsProps {
  readonly name: string
  readonly label: string
  readonly isEditable: boolean
  readonly onEdit: () => void
}

function Buttons({ name, label, isEditable, onEdit }: ButtonsProps) {
  const words = wording.value.company
  const remove = () => {
    focusSheet()
    removeFact(name, fill(words.removed, { label }))
  }
  return (
    <div class="known-buttons">
      {isEditable && (
        <button
          type="button"
          id={`edit-${name}`}
          class="quiet"
          aria-label={fill(words.editFact, { label })}
          onClick={onEdit}
        >
          <Icon name="edit" />
        </button>
      )}
      <button type="button" class="quiet" aria-label={fill(words.removeFact, { label })} onClick={remove}>
        <Icon name="remove" />
      </button>
    </div>
  )
}

/** Where a fact comes from: the reader's own words, today or saved, or the form here. */
function Evidence({ fact: { evidence, turn } }: { readonly fact: RecordedFact }) {
  const words = wording.value.company
  if (evidence === '') return null
  const isByHand = turn === 0 && byHandMarks.includes(evidence)
  const text = fill(turn === 0 ? words.evidenceSaved : words.evidence, { words: evidence })
  return (
    <p class="evidence" lang={languageOf(isByHand ? words.byHand : evidence)}>
      {isByHand ? words.byHand : text}
    </p>
  )
}

/** The mark of a fact written here, in either language of the page. */
const byHandMarks = ['手动填写', 'entered by hand']
