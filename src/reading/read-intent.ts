import type { Lexicon } from './lexicon.ts'
import type { Mention } from './mentions.ts'
import { matchForm } from './normalise.ts'
import { createListReader } from './read-list.ts'
import type { Intent, ListRequest } from './reading.ts'
import { blankOut, createFlagFinder, createGroupFinder, type WordFinder } from './words.ts'

export interface IntentReader {
  /** `form`: the question in match form, `segments`: its parts. `used`: the words that showed the intent, which narrow nothing. */
  read(
    form: string,
    segments: readonly string[],
    mentions: readonly Mention[],
  ): { readonly intent: Intent; readonly used: readonly string[]; readonly overview: ListRequest | null }
}

export function createIntentReader(lexicon: Lexicon): IntentReader {
  const compare = createFlagFinder(lexicon.compareWords)
  const version = createFlagFinder(lexicon.versionWords)
  const match = createFlagFinder(lexicon.matchWords)
  const unlock = createFlagFinder(lexicon.unlockWords)
  const growth = createFlagFinder(lexicon.growthWords)
  const readSafety = safetyReader(lexicon)
  const readScope = scopeReader(lexicon)
  const lists = createListReader(lexicon)
  const readSmallTalk = smallTalkReader(lexicon)
  return {
    read(form, segments, mentions) {
      const unnamed = blankOut(form, mentions)
      const overview = lists.overview(unnamed)
      const decide = (intent: Intent, used: readonly string[] = []) => ({ intent, used, overview })
      const early = readSafety(form, mentions) ?? readScope(unnamed, mentions) ?? readSmallTalk(form)
      if (early) return decide(early)
      const wordsOf = (finder: WordFinder<true>) => finder.find(unnamed).map(({ word }) => word)
      const [compared, unlocked, matched] = [wordsOf(compare), wordsOf(unlock), wordsOf(match)]
      const versions = wordsOf(version)
      const grown = wordsOf(growth)
      if (grown.length > 0) return decide({ kind: 'growth' }, grown)
      const couldCompare = mentions.length > 1 || mentions.some(({ policyIds }) => policyIds.length > 1)
      if (compared.length > 0 && (couldCompare || (mentions.length === 0 && !compared.includes('还是'))))
        return decide({ kind: 'compare', isOfVersions: false }, compared)
      if (mentions.length === 1 && versions.length > 0) return decide({ kind: 'compare', isOfVersions: true }, versions)
      if (mentions.length === 1 && unlocked.length > 0) return decide({ kind: 'unlock' }, unlocked)
      const listed =
        mentions.length > 1
          ? null
          : unnamedSegments(segments, mentions)
              .map((segment) => lists.read(segment, mentions.length > 0 ? 'name' : undefined))
              .find((list) => list !== null)
      if (listed) return decide(listed.intent, listed.used)
      if (mentions.length > 0) return decide({ kind: 'question' })
      return matched.length > 0 ? decide({ kind: 'match' }, matched) : decide({ kind: 'question' })
    },
  }
}

/** Names may hold words that ask for a list by themselves. */
function unnamedSegments(segments: readonly string[], mentions: readonly Mention[]): string[] {
  return segments.map((segment) => mentions.reduce((rest, { words }) => rest.replaceAll(words, '|'), segment))
}

function safetyReader({ unsafe, wishWords, consequenceWords }: Lexicon) {
  const reasons = ['instruction', 'privacy', 'guarantee', 'recommendation', 'fraud'] as const
  const patterns = reasons.map((reason) => ({ reason, pattern: patternOf(unsafe[reason]) }))
  const wishes = createFlagFinder(wishWords)
  const consequences = createFlagFinder(consequenceWords)
  return (form: string, mentions: readonly Mention[]): Intent | null => {
    const found = patterns.find(({ pattern }) => pattern.test(form))
    const asksWhatHappens = consequences.find(form).some(({ start }) => !'不别没免'.includes(form[start - 1] ?? '|'))
    const isWished = !asksWhatHappens && (mentions.length === 0 || wishes.find(form).length > 0)
    return found && (found.reason !== 'fraud' || isWished) ? { kind: 'unsafe', reason: found.reason } : null
  }
}

/** One pattern for many words; 「…」 in a word stands for a few characters. */
export function patternOf(words: readonly string[]): RegExp {
  const parts = words.map((word) =>
    word
      .split('…')
      .map((part) => RegExp.escape(matchForm(part)))
      .join('.{0,10}'),
  )
  return new RegExp(parts.join('|'))
}

function scopeReader(lexicon: Lexicon) {
  const regions = createFlagFinder(lexicon.otherRegions)
  const home = createFlagFinder(lexicon.homeRegions)
  const privateMatters = createFlagFinder(lexicon.outOfScope)
  return (unnamed: string, mentions: readonly Mention[]): Intent | null => {
    const elsewhere = regions
      .find(unnamed)
      .find(({ end }) => !/^(银行|路|东路|西路|南路|北路|农商)/.test(unnamed.slice(end)))
    if (elsewhere && home.find(unnamed).length === 0)
      return { kind: 'out-of-scope', reason: 'other-region', words: elsewhere.word }
    const [matter] = mentions.length > 0 ? [] : privateMatters.find(unnamed)
    return matter ? { kind: 'out-of-scope', reason: 'private-matter', words: matter.word } : null
  }
}

function smallTalkReader(lexicon: Lexicon) {
  const smallTalk = createGroupFinder(lexicon.smallTalk)
  return (form: string): Intent | null => {
    const found = smallTalk.find(form)
    const [first] = found
    const rest = blankOut(form, found).replace(/[|\s啊呀哦了吗呢吧的们啦哈嗨请问]/g, '')
    return first && rest.length <= 1 ? { kind: 'small-talk', subject: first.value } : null
  }
}
