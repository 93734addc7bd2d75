import type { IsoDate, Policy } from '../policy/index.ts'
import type { AskedTopic, Lexicon } from './lexicon.ts'
import { createMentionFinder, type Mention, type MentionFinder, mark } from './mentions.ts'
import { matchForm, normaliseText } from './normalise.ts'
import { createIntentReader, patternOf } from './read-intent.ts'
import { type Ask, nothingAsked, type Reading } from './reading.ts'
import { createTermReader } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'
import { blankOut, createFlagFinder, createGroupFinder } from './words.ts'
import { readYears } from './years.ts'

export interface QuestionReader {
  read(question: string, asOf: IsoDate): Reading
}

interface ReaderParts {
  readonly policies: readonly Policy[]
  readonly lexicon: Lexicon
  readonly vocabulary: Vocabulary
  /** Traditional characters to simplified ones. */
  readonly toSimplified: (text: string) => string
}

/** Punctuation, or the space that stands for it between Chinese words. */
const separator = new RegExp(`${mark.source}|(?<=[\\p{Script=Han}\\d%]) (?=\\p{Script=Han})`, 'u')
const ordinalWords = /第([一二三四五六七八九十]|\d{1,2})(?:个|项|款|种|家)/
const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Compiles names and everyday words once; reading a question then costs well under a millisecond. */
export function createQuestionReader({ policies, lexicon, vocabulary, toSimplified }: ReaderParts): QuestionReader {
  const mentionFinder = createMentionFinder(policies, vocabulary)
  const intentReader = createIntentReader(lexicon)
  const readAsk = askReader(lexicon, vocabulary)
  const domainWords = createFlagFinder(lexicon.domainWords)
  const followUpWords = createFlagFinder(lexicon.followUpWords)
  const eligibilityWords = patternOf(lexicon.eligibilityWords)
  const selfWords = createFlagFinder(lexicon.selfWords)

  return {
    read(question, asOf) {
      const text = correctSlips(toSimplified(normaliseText(question)), lexicon.typos)
      const segments = text
        .split(separator)
        .map(matchForm)
        .filter((segment) => segment !== '')
      const found = segments.map((form) => ({ form, mentions: mentionFinder.find(form) }))
      const { form, inWhole } = readWhole(text, mentionFinder)
      const mentions = joinMentions(
        found.flatMap((segment) => segment.mentions),
        inWhole,
      )
      const { intent, used, overview } = intentReader.read(form, segments, inWhole)
      const restOf = (segment: { form: string; mentions: readonly Mention[] }) =>
        used.reduce((rest, word) => rest.replaceAll(word, '|'), blankOut(segment.form, segment.mentions))
      const asks = found.map((segment) => readAsk(restOf(segment).replace(ordinalWords, '|'), segment.mentions))
      return {
        text,
        language: /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en',
        intent,
        overview,
        mentions,
        asks: joinAsks(asks),
        terms: asks.flatMap((ask) => ask.terms),
        asksEligibility: eligibilityWords.test(form),
        speaksOfSelf: selfWords.find(form).length > 0,
        years: readYears(text, asOf),
        ordinal: readOrdinal(text),
        refersBack: followUpWords.find(form).length > 0,
        isAboutPolicy: mentions.length > 0 || domainWords.find(form).length > 0,
      }
    },
  }
}

/** Each name once; a name with a comma or a space in it is found only in the whole question. */
function joinMentions(inParts: readonly Mention[], inWhole: readonly Mention[]): Mention[] {
  const known = new Set(inParts.flatMap(({ policyIds }) => policyIds))
  const all = [...inParts, ...inWhole.filter(({ policyIds }) => !policyIds.some((id) => known.has(id)))]
  return all.filter((mention, index) => all.findIndex(({ words }) => words === mention.words) === index)
}

/** No name and no word goes on behind a mark, 「我们是专精特新，贷款有吗」, but for the names that have one. */
function readWhole(text: string, { find, hasMark }: MentionFinder): { form: string; inWhole: Mention[] } {
  const joined = matchForm(text)
  const parted = text.split(mark).map(matchForm).filter(Boolean).join('|')
  const inJoined = find(joined)
  if (joined === parted || inJoined.some(hasMark)) return { form: joined, inWhole: inJoined }
  return { form: parted, inWhole: find(parted) }
}

function correctSlips(text: string, typos: Readonly<Record<string, string>>): string {
  return Object.entries(typos).reduce((corrected, [slip, meant]) => corrected.replaceAll(slip, meant), text)
}

function askReader(lexicon: Lexicon, vocabulary: Vocabulary): (form: string, mentions: readonly Mention[]) => Ask {
  const topicWords = createGroupFinder(lexicon.topics)
  const contentWords = new Set(lexicon.contentWords.map(matchForm))
  const termReader = createTermReader(lexicon, vocabulary)
  return (form, mentions) => {
    const found = topicWords.find(form)
    const rest = blankOut(
      form,
      found.filter(({ word }) => !contentWords.has(word)),
    )
    // A name may hold the topic itself: 「发改委电话多少」.
    const inNames = found.length > 0 ? [] : mentions.flatMap(({ words }) => topicWords.find(words))
    const topics = [...new Set([...found, ...inNames].map(({ value }) => value))]
    const isHowMuch = topics.length === 0 && howMuch.test(form)
    const isImplied = topics.length === 0 && !isHowMuch
    const isYesNo = yesOrNo.test(form)
    const named = mentions.flatMap(({ beyond }) => termReader.read(beyond))
    return {
      topics: topics.length > 0 ? topics : impliedTopics(form),
      isImplied,
      isHowMuch,
      isYesNo,
      terms: [...termReader.read(rest), ...named],
      context: [],
    }
  }
}

const howMuch = /多少|几|how much/
/** One figure or the other is settled by the same clauses as yes or no: 「100%还是120%」. */
const yesOrNo =
  /[吗嘛伐么不没]$|是否|是不是|能不能|要不要|可不可以|算不算|对不对|行不行|\d\S*还是\S*\d|^(?:is|are|can|do|does)\b/

/** 「…多少」 asks for an amount; a yes-or-no question is settled by conditions and amounts. */
function impliedTopics(form: string): AskedTopic[] {
  if (howMuch.test(form)) return ['amount']
  return yesOrNo.test(form) ? ['conditions', 'amount'] : []
}

/** Parts that ask for nothing of their own narrow the whole question only when no part asks for anything. */
function joinAsks(asks: readonly Ask[]): Ask[] {
  const asking = asks.filter(({ topics }) => topics.length > 0)
  const context = asks.filter(({ topics }) => topics.length === 0).flatMap(({ terms }) => terms)
  if (asking.length > 0) return asking.map((ask) => ({ ...ask, context }))
  return [{ ...nothingAsked, terms: context }]
}

function readOrdinal(text: string): number | null {
  const [, word = ''] = ordinalWords.exec(text) ?? []
  if (word === '') return null
  return ordinals.includes(word) ? ordinals.indexOf(word) + 1 : Number(word)
}
