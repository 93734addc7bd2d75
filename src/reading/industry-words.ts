import { createIndustries, type Industries } from '../eligibility/index.ts'
import { createWordFinder } from './words.ts'

/** Finds, clause by clause, the words in which a firm tells its own business; denied, past or foreign ones are left out. */
export function createOwnWordFinder(data: Industries): (lowerText: string) => Token[][] {
  const finder = createWordFinder(meaningsOf(data))
  return (text) => {
    const clauses = clausesOf(text).map(({ start, end }) =>
      finder
        .find(text.slice(start, end))
        .map(({ value, ...place }): Token => ({ ...value, start: place.start + start, end: place.end + start })),
    )
    const isPast = pastIn(clauses)
    return clauses.map((tokens) => ownIn(tokens, text).filter((token) => !isPast(token)))
  }
}

export interface Role {
  readonly name: string
  readonly rank: number
  readonly codes: readonly string[]
  readonly otherwise: readonly string[]
}

type Phrase = keyof Industries['phrases']

/** All that a word can say; most words say one thing. */
interface Meaning {
  readonly codes: readonly string[]
  /** Names a business only after another: 餐饮系统. */
  readonly isHead: boolean
  readonly role: Role | null
  readonly phrases: readonly Phrase[]
  /** Holds the verb that ends the naming of a customer: 做培训. */
  readonly isDoing: boolean
}

/** A word of a text and what it says. */
export interface Token extends Meaning {
  readonly start: number
  readonly end: number
  /** Stands after a wish or request, so it may tell what is wanted instead of what is done. */
  readonly isAsked?: boolean
}

const nothing: Meaning = { codes: [], isHead: false, role: null, phrases: [], isDoing: false }

function meaningsOf(data: Industries): Map<string, Meaning> {
  const { leavesOf } = createIndustries(data)
  const leaves = (codes: readonly string[]) => [...new Set(codes.flatMap(leavesOf))]
  const roles = data.roles.map(({ role, rank, codes, otherwise = [] }): Role => {
    return { name: role, rank, codes: leaves(codes), otherwise: leaves(otherwise) }
  })
  const names = data.words.flatMap(({ words }) => words)
  const meanings = new Map<string, Meaning>()
  const add = (words: readonly string[], meaning: Partial<Meaning>) => {
    for (const word of words.map((written) => written.toLowerCase()))
      meanings.set(word, { ...(meanings.get(word) ?? nothing), ...meaning })
  }
  add(data.neutral, {})
  for (const { codes, words, role } of data.words) {
    const meaning = { codes: leaves(codes), role: roles.find(({ name }) => name === role) ?? null }
    for (const word of words.flatMap((name) => [name, ...verbForms(name, names)]))
      add([word], { ...meaning, isDoing: doing.test(word) })
  }
  for (const { codes, words } of data.heads) add(words, { codes: leaves(codes), isHead: true })
  for (const [index, { words }] of data.roles.entries()) add(words, { role: roles[index] ?? null })
  // holds: the entries of a record have its keys
  for (const [phrase, words] of Object.entries(data.phrases) as [Phrase, string[]][])
    for (const word of words) add([word], { phrases: [...(meanings.get(word)?.phrases ?? []), phrase] })
  return meanings
}

const doing = /^[做搞干办]|^代(?!理商)/

/** 做环保 must not hide 环保工程 in 做环保工程, so the longer name is known with the verb as well. */
function verbForms(word: string, names: readonly string[]): string[] {
  return names
    .filter((name) => /^[做搞]/.test(name) && word.startsWith(name.slice(1)))
    .map((name) => `${name.charAt(0)}${word}`)
}

function clausesOf(text: string): { start: number; end: number }[] {
  const boundary = /[，。；：！？,;:!?\n（）()]|\. |(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu
  const ends = [...text.matchAll(boundary)].map(({ index, 0: mark }) => ({ end: index, next: index + mark.length }))
  const starts = [0, ...ends.map(({ next }) => next)]
  return starts.map((start, index) => ({ start, end: ends[index]?.end ?? text.length }))
}

/** Tells what lies between 以前做 and 现在, or anywhere else behind 以前做 when the text says what is done now. */
function pastIn(clauses: readonly (readonly Token[])[]): (token: Token) => boolean {
  const nows = clauses.flat().filter(({ phrases }) => phrases.includes('now'))
  const spans = clauses.flatMap((tokens) =>
    tokens
      .filter(({ phrases }) => phrases.includes('past') && nows.length > 0)
      .map(({ start }) => ({
        start,
        end: nows.find((now) => now.start > start)?.start ?? tokens.at(-1)?.end ?? start,
      })),
  )
  return ({ start, end }) => spans.some((span) => start >= span.start && end <= span.end)
}

/** 做理赔系统: here the system alone is the business. */
const made = /(?:做|搞|开发)[^的]{0,6}$/

/** The words of a clause that name a business or role and are neither denied nor said of somebody else. */
function ownIn(tokens: readonly Token[], text: string): Token[] {
  const own: Token[] = []
  let zone: Phrase | null = null
  let isFilled = false
  let isAsked = false
  for (const [index, token] of tokens.entries()) {
    const says = (phrase: Phrase) => token.phrases.includes(phrase)
    const previous = tokens[index - 1]
    const isParted = text.slice(previous?.end ?? token.start, token.start).includes('的')
    if (zone === 'parties' && (says('ends') || token.isDoing || isParted)) zone = null
    if (zone === 'negations' && isFilled && (says('turns') || token.isDoing || isParted)) zone = null
    if (says('denials') && isLastSaid(token, tokens)) own.pop()
    isAsked ||= says('asks')
    const opened = (['others', 'negations', 'parties'] as const).find(says)
    // 服务 both begins and ends the naming of a customer: 服务餐饮企业, 为餐饮企业服务
    const isBeginning = opened && zone !== 'others' && !(says('ends') && own.length > 0)
    if (isBeginning) [zone, isFilled] = [opened, false]
    if (!token.role && token.codes.length === 0) continue
    isFilled = true
    const isMade = made.test(text.slice(previous?.start ?? token.start, token.start))
    if (!zone) own.push({ ...token, isAsked, isHead: token.isHead && !isMade })
  }
  return own
}

/** 餐饮我们不做: nothing after the denial could be what it denies. */
function isLastSaid({ start }: Token, tokens: readonly Token[]): boolean {
  return !tokens.some((token) => token.start > start && token.codes.length > 0)
}
