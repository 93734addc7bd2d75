import type { FactReply } from '../../contract.ts'
import { factsByKey } from '../../state/fact-catalogue.ts'
import { draftOf } from '../../state/fact-draft.ts'
import type { AskedFact, StepDraft } from '../../state/fact-steps.ts'
import { firmWording } from '../../wording/firm/index.ts'
import { languageOf } from '../../wording/index.ts'
import { FactField } from '../company/fact-input.tsx'

export interface StepProps {
  readonly asked: AskedFact
  /** The first of what is asked; the only one where it is no group. */
  readonly fact: FactReply
  readonly draft: StepDraft
  readonly onChange: (draft: StepDraft) => void
  readonly problemId: string | undefined
}

/** Answers that can be tapped, as the kind of the fact allows. */
export function StepChoices(props: StepProps) {
  const { asked, fact, draft, onChange } = props
  const words = firmWording.value.steps
  const name = `step-${fact.key}`
  const choose = (label: string, chosen: StepDraft) => (
    <Choice key={label} name={name} label={label} isChosen={isSame(draft, chosen)} onChoose={() => onChange(chosen)} />
  )
  const isTyped = isWritten(fact) && asked.choices.length === 0
  return (
    <>
      {isTyped && <Written {...props} />}
      <div class="step-choices">
        {asked.facts.length > 1 && [
          choose(words.none, { kind: 'none' }),
          choose(words.some, { kind: 'some', keys: [] }),
        ]}
        {asked.facts.length === 1 &&
          fact.type === 'boolean' && [
            choose(words.yes, { kind: 'value', value: true }),
            choose(words.no, { kind: 'value', value: false }),
          ]}
        {fact.type === 'choice' && fact.options.map(({ value, label }) => choose(label, { kind: 'value', value }))}
        {asked.choices.map(({ label }, index) => choose(label, { kind: 'range', index }))}
        {choose(words.unsure, { kind: 'unsure' })}
      </div>
      {draft.kind === 'some' && <Claims {...props} keys={draft.keys} />}
      {isWritten(fact) && !isTyped && <Written {...props} />}
    </>
  )
}

function isWritten({ type }: FactReply): boolean {
  return type === 'number' || type === 'date' || type === 'industry'
}

function isSame(draft: StepDraft, chosen: StepDraft): boolean {
  if (draft.kind === 'value' && chosen.kind === 'value') return draft.value === chosen.value
  if (draft.kind === 'range' && chosen.kind === 'range') return draft.index === chosen.index
  return draft.kind === chosen.kind
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Choice({ name, label, isChosen, onChoose }: ChoiceProps) {
  return (
    <label class="step-choice" lang={languageOf(label)}>
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>{label}</span>
    </label>
  )
}

/** Which of a group apply. */
function Claims({ asked, keys, onChange }: StepProps & { readonly keys: readonly string[] }) {
  return (
    <div class="step-claims">
      {asked.facts.map((key) => (
        <label key={key} class="choice">
          <input
            type="checkbox"
            checked={keys.includes(key)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ kind: 'some', keys: checked ? [...keys, key] : keys.filter((each) => each !== key) })
            }
          />
          {factsByKey.value.get(key)?.label ?? key}
        </label>
      ))}
    </div>
  )
}

/** Writing takes the place of what was tapped. */
function Written({ asked, fact, draft, onChange, problemId }: StepProps) {
  const id = `step-field-${fact.key}`
  return (
    <>
      <label class="step-field-label" for={id}>
        {fieldLabel(fact, asked.choices.length > 0)}
      </label>
      <div class="fact-field">
        <FactField
          id={id}
          fact={fact}
          draft={draft.kind === 'text' ? draft.draft : draftOf(fact, null)}
          onChange={(written) => onChange({ kind: 'text', draft: written })}
          problemId={problemId}
        />
      </div>
    </>
  )
}

function fieldLabel({ type }: FactReply, hasChoices: boolean): string {
  const words = firmWording.value.steps
  if (type === 'industry') return words.industry
  if (type === 'date') return hasChoices ? words.exactDate : words.date
  return hasChoices ? words.exactNumber : words.number
}
