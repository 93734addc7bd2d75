import type { Locale, RecordedProfile } from '../answering/index.ts'
import { type CompanyProfile, parseProfile, RecordedFact } from '../eligibility/index.ts'
import type { IsoDate } from '../policy/index.ts'
import type { AppServices } from './app-services.ts'
import { RequestError } from './errors.ts'

type Input = Readonly<Record<string, unknown>>

/** A company's profile as a client sends it; every fault is listed in one error. */
export function takeProfile(input: Input, asOf: IsoDate, locale: Locale, { eligibility }: AppServices): CompanyProfile {
  const { catalogue, industries } = eligibility
  const isIndustry = (code: string) => industries.leavesOf(code).length > 0
  const { profile, problems } = parseProfile(input, catalogue, asOf, locale, isIndustry)
  if (problems.length === 0) return profile
  const list = problems.map(({ message }) => message).join(locale === 'en' ? '; ' : '；')
  throw new RequestError('profile-invalid', { problems: list })
}

/** The same with where each fact comes from; what comes without an origin was saved before the conversation. */
export function takeRecordedProfile(
  input: Input,
  asOf: IsoDate,
  locale: Locale,
  services: AppServices,
): RecordedProfile {
  const profile = takeProfile(input, asOf, locale, services)
  return Object.fromEntries(
    Object.entries(profile).map(([key, value]) => {
      const given = RecordedFact.safeParse(input[key]).data
      return [key, RecordedFact.parse({ ...value, evidence: given?.evidence ?? '', turn: given?.turn ?? 0 })]
    }),
  )
}
