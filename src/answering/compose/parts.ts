import { type Clause, type IsoDate, isApplicable, type Policy, standingOf, type Topic } from '../../policy/index.ts'
import type { Locale } from '../answer.ts'
import type { Corpus } from '../corpus.ts'
import type { DraftNotice, DraftSentence } from '../draft.ts'
import type { Target } from '../plan.ts'
import type { Relevance } from '../relevance.ts'
import { say, sayDate } from '../wording.ts'

/** What every composer works with. */
export interface ComposeParts {
  readonly corpus: Corpus
  readonly relevance: Relevance
  readonly asOf: IsoDate
  readonly locale: Locale
  /** Calendar years the question names. */
  readonly years: readonly number[]
}

/** A clause as a sentence of the answer, in its own words. */
export function quote(policy: Policy, clause: Clause, heading: string | null, { corpus }: ComposeParts): DraftSentence {
  return { text: clause.text, heading, passages: [corpus.passage(policy, clause)] }
}

/** The short name people use. */
export function nameOf(policy: Policy, locale: Locale): string {
  return titleOf(policy, locale).replace(/（[^）]*）$/, '')
}

/** The whole title, which tells versions apart. */
function titleOf(policy: Policy, locale: Locale): string {
  return locale === 'en' ? policy.titleEn : policy.title
}

/** The policy's title, marked where it does not simply apply. */
export function labelOf({ policy, standing }: Target, locale: Locale): string {
  const title = titleOf(policy, locale)
  return isApplicable(standing) ? title : say(locale, `label.${standing}`, { title })
}

export function topicHeading(topic: Topic, locale: Locale): string {
  return say(locale, `topic.${topic}`)
}

/** What has to be said of a policy's standing before anybody relies on it. */
export function standingNotices({ policy, standing, instead }: Target, parts: ComposeParts): DraftNotice[] {
  const { corpus, asOf, locale } = parts
  const title = titleOf(policy, locale)
  const newer = corpus.find(policy.supersededBy ?? '')
  if (instead) return [insteadNotice(policy, instead, parts)]
  if (standing === 'in-force') return []
  if (standing === 'superseded')
    return newer
      ? [{ code: 'notice.older-version', values: { title, newer: titleOf(newer, locale) } }]
      : [{ code: 'notice.superseded-alone', values: { title } }]
  return [
    {
      code: `notice.${standing}`,
      values: { title, asOf: sayDate(locale, asOf), organisation: policy.contact.organisation },
    },
  ]
}

/** Says that another version is answered from than the one named: a newer one, or on an earlier day an older one. */
function insteadNotice(policy: Policy, named: Policy, { asOf, locale }: ComposeParts): DraftNotice {
  const code = standingOf(named, asOf) === 'not-yet' ? 'notice.not-yet-then' : 'notice.instead'
  return {
    code,
    values: { title: titleOf(named, locale), newer: titleOf(policy, locale), asOf: sayDate(locale, asOf) },
  }
}

/** A warning where what was used rests on press or intermediaries alone. */
export function sourceNotices(policy: Policy, used: readonly Clause[]): DraftNotice[] {
  const fileNature = policy.sources[0]?.nature
  const isWeak = used.some((clause) => ['media', 'intermediary'].includes(clause.nature ?? fileNature ?? ''))
  return isWeak ? [{ code: 'notice.weak-source', values: { organisation: policy.contact.organisation } }] : []
}

/** A warning where figures of another year are shown than the one asked for, or the year lies beyond the policy's end. */
export function yearNotices(
  policy: Policy,
  used: readonly Clause[],
  { years, asOf, locale }: ComposeParts,
): DraftNotice[] {
  const figures = used.filter((clause) => clause.topics.includes('figures') && /(?:19|20)\d{2}年/.test(clause.text))
  const isMissing = figures.length > 0 && !figures.some(({ text }) => years.some((year) => text.includes(`${year}年`)))
  if (years.length > 0 && isMissing) return [{ code: 'notice.other-year', values: { years: years.join('、') } }]
  const ends = [policy.effectiveUntil, ...policy.windows.map((window) => window.until)].filter((end) => end !== null)
  const until = ends.sort().at(-1)
  const beyond = years.filter((year) => until && until < `${year}` && `${year}` > asOf.slice(0, 4))
  return until && beyond.length > 0
    ? [{ code: 'notice.beyond-end', values: { until: sayDate(locale, until), years: beyond.join('、') } }]
    : []
}

/** Follow-ups on the topics that were not asked, at most three. */
export function topicSuggestions(name: string, asked: readonly Topic[]): DraftNotice[] {
  const topics = ['amount', 'conditions', 'process', 'materials', 'deadline', 'contact'] as const
  return topics
    .filter((topic) => !asked.includes(topic))
    .slice(0, 3)
    .map((topic) => ({ code: `suggest.${topic}`, values: { name } }))
}

export const generalSuggestions: readonly DraftNotice[] = [
  { code: 'suggest.loans' },
  { code: 'suggest.tax' },
  { code: 'suggest.framework' },
]

export function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
