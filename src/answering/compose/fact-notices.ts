import type { Assessor } from '../../eligibility/index.ts'
import type { FactReading } from '../../reading/index.ts'
import type { Locale } from '../answer.ts'
import type { DraftNotice } from '../draft.ts'
import type { RecordedProfile } from '../profile.ts'
import { valuesOf } from '../read-profile.ts'
import { say } from '../wording.ts'

/** What was understood of the company, and what could not be taken, before anything is concluded from it. */
export function factNotices(
  reading: FactReading,
  profile: RecordedProfile,
  changed: readonly string[],
  locale: Locale,
  assessor: Assessor,
): DraftNotice[] {
  const told = Object.keys(reading.firms[0] ?? {})
  const understood = told.filter((key) => !changed.includes(key))
  const list = (keys: readonly string[]) => listFacts(keys, profile, locale, assessor)
  const firms = reading.firms.length
  return [
    ...(reading.isUnsure && told.length === 0 ? [{ code: 'notice.unsure' }] : []),
    ...(firms > 1 ? [{ code: 'notice.several-firms', values: { count: String(firms) } }] : []),
    ...(changed.length > 0 ? [{ code: 'notice.changed', values: { facts: list(changed) } }] : []),
    ...(understood.length > 0 ? [{ code: 'notice.understood', values: { facts: list(understood) } }] : []),
    ...reading.problems.map((problem) => ({
      code: `notice.${problem.kind}`,
      values: valuesOf(problem, locale, assessor),
    })),
  ]
}

/** Facts that a language model pointed to are shown apart, to be looked over. */
export function modelNotices(
  added: readonly string[],
  profile: RecordedProfile,
  locale: Locale,
  assessor: Assessor,
): DraftNotice[] {
  if (added.length === 0) return []
  return [{ code: 'notice.read-by-model', values: { facts: listFacts(added, profile, locale, assessor) } }]
}

function listFacts(keys: readonly string[], profile: RecordedProfile, locale: Locale, assessor: Assessor): string {
  return keys
    .flatMap((key) => (profile[key] ? (assessor.describe(key, profile[key], locale) ?? []) : []))
    .join(say(locale, 'separator'))
}
