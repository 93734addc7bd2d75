import type { Citation, Notice } from '../contract.ts'
import { fill, formatDate, type wording } from '../wording/index.ts'
import { locale } from './preferences.ts'
import { groupSentences, type SentenceGroup } from './sentence-groups.ts'
import type { Turn } from './turn.ts'
import { groupVerdicts } from './verdict-groups.ts'
import { countsText } from './verdict-text.ts'

type Wording = typeof wording.value

/** An answer as text to paste elsewhere: question, sentences with marks, remarks, and the passage behind each mark. */
export function answerText(turn: Turn, words: Wording): string {
  const blocks = [
    fill(words.copy.question, { question: turn.question }),
    ...noticeTexts(turn, 'before'),
    ...verdictTexts(turn, words),
    ...groupSentences(turn.sentences, turn.citations).map((group) => groupText(group, words)),
    ...noticeTexts(turn, 'after'),
    sourcesText(turn.citations, words),
    turn.asOf === null ? '' : fill(words.answer.asOf, { date: formatDate(turn.asOf, locale.value) }),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function verdictTexts({ verdicts, asOf }: Turn, words: Wording): string[] {
  if (verdicts.length === 0) return []
  const groups = groupVerdicts(verdicts)
  const lists = (['eligible', 'undetermined', 'ineligible'] as const).map((verdict) => ({
    name: words.verdicts.groups[verdict],
    titles: groups[verdict].map(({ title }) => `- ${title}`),
  }))
  const texts = lists.filter(({ titles }) => titles.length > 0).map(({ name, titles }) => [name, ...titles].join('\n'))
  return [countsText(verdicts, asOf ?? ''), ...texts]
}

/** The counts of verdicts stand at the verdicts. */
function noticeTexts({ notices, verdicts }: Turn, place: Notice['place']): string[] {
  const own = verdicts.length > 0 ? 'match' : null
  return notices.filter((notice) => notice.place === place && notice.code !== own).map(({ text }) => text)
}

function groupText({ heading, sentences }: SentenceGroup, words: Wording): string {
  const lines = sentences.map(
    ({ text, citations, isPartial }) =>
      text + citations.map(({ id }) => `[${id}]`).join('') + (isPartial ? words.copy.partial : ''),
  )
  return [...(heading === null ? [] : [heading]), ...lines].join('\n')
}

function sourcesText(citations: readonly Citation[], words: Wording): string {
  if (citations.length === 0) return ''
  return [words.answer.sources, ...citations.map((citation) => sourceText(citation, words))].join('\n')
}

function sourceText(citation: Citation, words: Wording): string {
  const standing = citation.status === 'in-force' ? null : words.standings[citation.status]
  const parts = [citation.title, citation.documentNumber, citation.clause, standing, citation.sourceUrl]
  const quote = fill(words.copy.quote, { quote: citation.quote })
  return `[${citation.id}] ${parts.filter((part) => part !== null).join(' · ')}\n${quote}`
}
