import { signal } from '@preact/signals'
import type { FactValue } from '../contract.ts'
import { wording } from '../wording/index.ts'
import { turns } from './conversation.ts'
import { editFact, replaceProfile } from './profile.ts'
import { judgedTurn, reassess } from './reassess.ts'
import { deleteSaved, keepUpToDate, saved, saveProfile } from './saved-profile.ts'

/** What the reader did last in the company panel, in words; said aloud there. */
export const companyMessage = signal('')

/** A fact as the reader writes it. */
export function writeFact(key: string, value: FactValue): void {
  change(() => editFact(key, { ...value, evidence: wording.value.company.byHand, turn: 0 }), '')
}

export function removeFact(key: string, message: string): void {
  change(() => editFact(key, null), message)
}

/** Uses the profile that this browser kept. */
export function adoptSaved(): void {
  if (saved.value === null) return
  const { facts } = saved.value
  change(() => replaceProfile(facts), wording.value.company.adopted)
}

/** Clears all that is known, here and in this browser. */
export function clearCompany(): void {
  deleteSaved()
  change(() => replaceProfile({}), wording.value.company.cleared)
}

export function keepInBrowser(isKept: boolean): void {
  const words = wording.value.company
  if (!isKept) deleteSaved()
  if (isKept && !saveProfile()) companyMessage.value = words.keepFailed
  else companyMessage.value = isKept ? words.kept : words.unkept
}

/** A change is seen at once in the verdicts shown last. */
function change(make: () => void, message: string): void {
  keepUpToDate(make)
  const isJudged = judgedTurn(turns.value) !== null
  companyMessage.value = message === '' && !isJudged ? wording.value.company.heldForNext : message
  if (isJudged) void reassess()
}
