import type { FactReply } from '../../contract.ts'
import { type FactDraft, yuanScales } from '../../state/fact-draft.ts'
import { type IndustryOption, industrySections } from '../../state/industries.ts'
import { fill, wording } from '../../wording/index.ts'

interface Props {
  readonly fact: FactReply
  readonly draft: FactDraft
  readonly onChange: (draft: FactDraft) => void
  /** Names the text that says what is wrong, while something is. */
  readonly problemId: string | undefined
}

/** The field that fits a fact, under the question a person would ask. */
export function FactInput(props: Props) {
  const { fact } = props
  const question = fact.question ?? fact.label
  if (fact.type === 'boolean') return <YesOrNo {...props} question={question} />
  const id = `fact-${fact.key}`
  return (
    <>
      <label class="fact-question-label" for={id}>
        {question}
      </label>
      <div class="fact-field">
        <FactField {...props} id={id} />
      </div>
    </>
  )
}

/** The field alone. */
export function FactField({ fact, draft, onChange, problemId, id }: Props & { readonly id: string }) {
  const state = { id, 'aria-invalid': problemId !== undefined, 'aria-describedby': problemId }
  const write = (text: string) => onChange({ ...draft, text })
  switch (fact.type) {
    case 'date':
      return <input {...state} type="date" value={draft.text} onInput={(event) => write(event.currentTarget.value)} />
    case 'choice':
    case 'industry':
      return (
        <select {...state} value={draft.text} onChange={(event) => write(event.currentTarget.value)}>
          <option value="">{wording.value.company.choose}</option>
          {fact.type === 'industry' ? <Industries fact={fact} /> : <Choices options={fact.options} />}
        </select>
      )
    default:
      return (
        <>
          <input
            {...state}
            type="text"
            inputmode="decimal"
            autocomplete="off"
            value={draft.text}
            onInput={(event) => write(event.currentTarget.value)}
          />
          <UnitField fact={fact} draft={draft} onChange={onChange} />
        </>
      )
  }
}

/** Sums are written as people say them, in 万元 or 亿元; other units are only shown. */
function UnitField({ fact, draft, onChange }: Omit<Props, 'problemId'>) {
  const { scales, unitNames } = wording.value.values
  if (fact.unit === null) return null
  if (fact.unit !== 'yuan') return <span class="fact-unit">{unitNames[fact.unit]}</span>
  return (
    <select
      class="fact-scale"
      aria-label={wording.value.company.scale}
      value={String(draft.scale)}
      onChange={(event) => onChange({ ...draft, scale: Number(event.currentTarget.value) })}
    >
      {yuanScales.map(({ scale, name }) => (
        <option key={name} value={String(scale)}>
          {scales[name]}
        </option>
      ))}
    </select>
  )
}

function Choices({ options }: { readonly options: readonly IndustryOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}

function Industries({ fact }: { readonly fact: FactReply }) {
  const sections = industrySections(fact.options)
  // A catalogue without sections is still a list to choose from.
  if (sections.length === 0) return <Choices options={fact.options} />
  return sections.map(({ section, divisions }) => (
    <optgroup key={section.value} label={section.label}>
      <option value={section.value}>{fill(wording.value.company.wholeSection, { label: section.label })}</option>
      <Choices options={divisions} />
    </optgroup>
  ))
}

function YesOrNo({ fact, draft, onChange, problemId, question }: Props & { readonly question: string }) {
  const words = wording.value.company
  return (
    <fieldset aria-describedby={problemId}>
      <legend class="fact-question-label">{question}</legend>
      {(['true', 'false'] as const).map((text) => (
        <label key={text} class="choice">
          <input
            type="radio"
            name={fact.key}
            checked={draft.text === text}
            onChange={() => onChange({ ...draft, text })}
          />
          {text === 'true' ? words.yes : words.no}
        </label>
      ))}
    </fieldset>
  )
}
