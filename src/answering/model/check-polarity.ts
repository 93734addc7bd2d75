import { boundsIn } from '../../policy/index.ts'
import words from './guard-words.json' with { type: 'json' }
import { patternOf } from './plain-content.ts'
import type { Statement } from './statements.ts'

const denial = patternOf([...words.synonyms.flat(), ...words.negations])
/** 不超过 and the like bound a figure, 免征 is a benefit: they deny nothing. */
const notDenying = patternOf(words.notDenying)
const joining = patternOf([...words.joining, ...words.duties, ...words.possibilities])
const alternative = patternOf(words.alternatives)
const duty = patternOf(words.duties)
const possibility = patternOf(words.possibilities)
const notModal = patternOf([...words.notDuties, ...words.notPossibilities])
const role = new RegExp(`(${patternOf(words.roles).source})(\\p{Script=Han})`, 'gu')
const limit = patternOf(words.limits)

/** Denies or bounds something else than the statements do, or less often: 都不适用 may stand beside 不适用. */
export function changesPolarity(text: string, statements: readonly Statement[]): boolean {
  const sources = statements.map((statement) => statement.text)
  return (
    denialsIn(text).sort().join() !== sources.flatMap(denialsIn).sort().join() ||
    boundsIn(text).join() !== boundsIn(sources.join('\n')).join()
  )
}

/** Each negation with the first character of what it denies. */
function denialsIn(text: string): string[] {
  const plain = text.replace(notDenying, blank)
  return [...plain.matchAll(denial)].map(({ 0: word, index }) => {
    const rest = plain.slice(index + word.length).replace(joining, '')
    const group = words.synonyms.find((synonyms) => synonyms.includes(word))
    return `${group?.[0] ?? word} ${/\p{Script=Han}/u.exec(rest)?.[0] ?? ''}`
  })
}

/** Says 或 where all is required, 可以 where something must be, another agent, or a limit more or less. */
export function changesForce(text: string, statements: readonly Statement[]): boolean {
  const source = statements.map((statement) => statement.text).join('\n')
  const [own, stated] = [forceOf(text), forceOf(source)]
  return (
    hasAny(alternative, text) !== hasAny(alternative, source) ||
    (stated.isDuty && !own.isDuty) ||
    (stated.isPossibility && !stated.isDuty && own.isDuty) ||
    (stated.isDuty && !stated.isPossibility && own.isPossibility) ||
    [...text.matchAll(role)].some(([pair, marker = '']) => source.includes(marker) && !source.includes(pair)) ||
    (text.match(limit) ?? []).some((word) => !source.includes(word)) ||
    words.keptLimits.some((word) => source.includes(word) && !text.includes(word))
  )
}

/** Whether something must or may be, apart from what need not be. */
function forceOf(text: string) {
  const plain = text.replace(notDenying, blank).replace(denial, blank).replace(notModal, blank)
  return { isDuty: hasAny(duty, plain), isPossibility: hasAny(possibility, plain) }
}

function hasAny(pattern: RegExp, text: string): boolean {
  return text.search(pattern) !== -1
}

function blank(words: string): string {
  return '·'.repeat(words.length)
}
