import type { RequestField } from '../../state/loan-request.ts'
import { loanWording } from '../../wording/loans/index.ts'

const required: ReadonlySet<RequestField> = new Set(['company', 'amount', 'purpose'])
const numbers: ReadonlySet<RequestField> = new Set(['amount', 'months'])
const longTexts: ReadonlySet<RequestField> = new Set(['purpose', 'tried'])

interface Props {
  readonly field: RequestField
  readonly value: string
  /** What is wrong; empty where nothing is. */
  readonly problem: string
  readonly onWrite: (text: string) => void
}

/** One field with what it asks for, an example, and what is wrong with it. */
export function RequestFieldView({ field, value, problem, onWrite }: Props) {
  const words = loanWording.value.request
  const hints: Partial<Record<RequestField, string>> = {
    place: words.placeHint,
    purpose: words.purposeHint,
    tried: words.triedHint,
  }
  const id = `request-${field}`
  const hint = hints[field]
  const state = {
    id,
    value,
    maxLength: 300,
    autocomplete: 'off',
    required: required.has(field),
    'aria-invalid': problem !== '',
    'aria-describedby': [`${id}-problem`, ...(hint === undefined ? [] : [`${id}-hint`])].join(' '),
  }
  return (
    <div class={longTexts.has(field) ? 'request-field request-wide' : 'request-field'}>
      <label for={id}>
        {words[field]} <span>{required.has(field) ? words.required : words.optional}</span>
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="request-hint">
          {hint}
        </p>
      )}
      {longTexts.has(field) ? (
        <textarea {...state} rows={3} onInput={({ currentTarget }) => onWrite(currentTarget.value)} />
      ) : (
        <input
          {...state}
          type="text"
          inputmode={numbers.has(field) ? 'decimal' : undefined}
          onInput={({ currentTarget }) => onWrite(currentTarget.value)}
        />
      )}
      <p id={`${id}-problem`} class="request-problem">
        {problem}
      </p>
    </div>
  )
}
