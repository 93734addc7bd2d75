import { matchForm } from '../../reading/index.ts'
import type { CheckParts } from './check-sentence.ts'
import words from './guard-words.json' with { type: 'json' }
import { type CitedPassage, sourceTexts } from './material.ts'

const plainPunctuation = '，。；：！？（）、％～—…“”‘’《》「」〔〕·'
const plain = new RegExp(`^[\\p{Script=Han}A-Za-z0-9 ${plainPunctuation}–.:/@%+&\\-]*$`, 'u')

/** Anything invisible, of another script, or that only looks like a plain character. */
export function hasStrangeCharacter(text: string): boolean {
  if (!plain.test(text)) return true
  return [...text].some((char) => char !== char.normalize('NFKC') && !plainPunctuation.includes(char))
}

const { promises, verdicts, secondPerson, obtaining } = words

/** A promise, a recommendation or a way round the office, unless a passage has the very words. */
export function hasForbiddenWord(text: string, cited: readonly CitedPassage[]): boolean {
  return saysUnquoted(promises, text, cited)
}

/** Says of the asker or of nobody that the conditions are met: verdicts come from the rules alone. */
export function speaksVerdict(text: string, cited: readonly CitedPassage[]): boolean {
  const addresses = secondPerson.some((word) => text.includes(word))
  if (addresses && [...verdicts, ...obtaining].some((word) => text.includes(word))) return true
  return saysUnquoted(verdicts, text, cited)
}

function saysUnquoted(list: readonly string[], text: string, cited: readonly CitedPassage[]): boolean {
  const sources = cited.map(({ passage }) => passage.text)
  return list.some((word) => placesOf(word, text).some((at) => !isQuoted(text, at, word.length, sources)))
}

function placesOf(word: string, text: string): number[] {
  return [...text.matchAll(new RegExp(RegExp.escape(word), 'g'))].map(({ index }) => index)
}

/** The word with two characters on one side stands in a source as well. */
function isQuoted(text: string, at: number, length: number, sources: readonly string[]): boolean {
  const left = text.slice(Math.max(0, at - 2), at + length)
  const right = text.slice(at, at + length + 2)
  return sources.some((source) => (left.length > length && source.includes(left)) || source.includes(right))
}

/** A policy, title, bank, address or Latin word that none of the cited documents has. */
export function hasForeignName(text: string, cited: readonly CitedPassage[], { reader, asOf }: CheckParts): boolean {
  const sources = sourceTexts(cited)
  const stands = (name: string) => sources.some((source) => source.toLowerCase().includes(name.toLowerCase()))
  const titles = [...text.matchAll(/《([^》]*)》?/g)].map(([, title = '']) => title)
  const latin = text.match(/[A-Za-z][\w.@:/&+-]*/g) ?? []
  const banks = text.match(/[\p{Script=Han}]{2}(?:银行|农商行|支行|分行)/gu) ?? []
  const forms = sources.map(matchForm)
  const isOther = (policyIds: readonly string[]) => !cited.some(({ document }) => policyIds.includes(document.id))
  const mentions = reader.read(text, asOf).mentions.filter((mention) => isOther(mention.policyIds))
  return (
    [...titles, ...latin, ...banks.filter(isNamedBank)].some((name) => !stands(name)) ||
    mentions.some((mention) => !forms.some((form) => form.includes(mention.words)))
  )
}

const ordinaryBefore =
  /^(?:.[向由到去在从的和与及或、]|[向由到去在从]..*|合作|有关|相关|贷款|经办|开户|这家|哪家|一家|多家|各家|企业|商业)/

function isNamedBank(words: string): boolean {
  return !ordinaryBefore.test(words)
}
