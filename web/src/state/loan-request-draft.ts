import { useState } from 'preact/hooks'
import { factsByKey } from './fact-catalogue.ts'
import { factText } from './fact-text.ts'
import type { LoanRequest, RequestField } from './loan-request.ts'
import { bareValue, profile } from './profile.ts'

/** What a bank asks first. */
const tellingFacts: readonly string[] = [
  'industry',
  'entityType',
  'establishedOn',
  'employees',
  'revenue',
  'registeredPlace',
]

const blank: LoanRequest = { company: '', place: '', amount: '', purpose: '', months: '', tried: '', contact: '' }

/** What the reader has written; what is not written yet is what the profile knows. */
export function useRequest() {
  const [written, setWritten] = useState<Partial<LoanRequest>>({})
  return {
    request: { ...blank, ...knownFields(), ...written },
    write: (field: RequestField, text: string) => setWritten((before) => ({ ...before, [field]: text })),
  }
}

/** The company in words, as far as it is known. */
export function companyFacts(): string[] {
  return tellingFacts.flatMap((key) => {
    const text = textOf(key)
    const label = factsByKey.value.get(key)?.label
    return text === null || label === undefined ? [] : [`${label}：${text}`]
  })
}

function knownFields(): Partial<LoanRequest> {
  const amount = profile.value.loanAmount
  const yuan = amount !== undefined && 'value' in amount ? Number(amount.value) : 0
  const purpose = textOf('loanPurpose')
  return { ...(yuan > 0 && { amount: String(yuan / 10_000) }), ...(purpose !== null && { purpose }) }
}

/** Null where nothing is known, or the name of the fact is still on its way. */
function textOf(key: string): string | null {
  const known = profile.value[key]
  const fact = factsByKey.value.get(key)
  return known === undefined || fact === undefined ? null : factText(fact, bareValue(known))
}
