import type { Locale, RecordedProfile } from '../answering/index.ts'
import {
  type CompanyProfile,
  contradictionsIn,
  type ProfileProblem,
  parseProfile,
  RecordedFact,
} from '../eligibility/index.ts'
import type { IsoDate } from '../policy/index.ts'
import type { AppServices } from './app-services.ts'
import { RequestError } from './errors.ts'

type Input = Readonly<Record<string, unknown>>

/** A company's profile as a client sends it; every fault is listed in one error. */
export function takeProfile(input: Input, asOf: IsoDate, locale: Locale, services: AppServices): CompanyProfile {
  const { profile, problems } = parse(input, asOf, locale, services)
  refuse(problems, locale)
  return profile
}

/**
 * The profile of a conversation, with where each fact comes from; what comes without an origin was saved before it.
 * People contradict themselves: that is talked about and does not stop the talk.
 */
export function takeRecordedProfile(
  input: Input,
  asOf: IsoDate,
  locale: Locale,
  services: AppServices,
): RecordedProfile {
  const { profile, problems } = parse(input, asOf, locale, services)
  const { catalogue, industries } = services.eligibility
  const contradictions = contradictionsIn({ profile, facts: catalogue.facts, asOf, locale, industries })
  const said = new Set(contradictions.map(({ message }) => message))
  refuse(
    problems.filter(({ message }) => !said.has(message)),
    locale,
  )
  return Object.fromEntries(
    Object.entries(profile).map(([key, value]) => {
      const given = RecordedFact.safeParse(input[key]).data
      return [key, RecordedFact.parse({ ...value, evidence: given?.evidence ?? '', turn: given?.turn ?? 0 })]
    }),
  )
}

function parse(input: Input, asOf: IsoDate, locale: Locale, { eligibility }: AppServices) {
  const { catalogue, industries } = eligibility
  const isIndustry = (code: string) => industries.leavesOf(code).length > 0
  return parseProfile(input, catalogue, asOf, locale, isIndustry, industries)
}

function refuse(problems: readonly ProfileProblem[], locale: Locale): void {
  if (problems.length === 0) return
  const list = problems.map(({ message }) => message).join(locale === 'en' ? '; ' : '；')
  throw new RequestError('profile-invalid', { problems: list })
}
