import words from './guard-words.json' with { type: 'json' }
import type { CitedPassage } from './material.ts'

const negation = new RegExp(words.negations.map(RegExp.escape).join('|'), 'g')
/** 不少于, 不超过 and the like bound a figure and deny nothing; 无还本 and 免申即享 are names. */
const notDenying =
  /不超过|不低于|不高于|不少于|不多于|不大于|不小于|不满|不足|不到|未满|未超过|除了|非公|非常|免费|没有查到|未查到/g
/** How far behind a negation the word may stand that it denies. */
const reach = 6

/** Denies what no cited passage denies, or says without its 不 what the nearest clause denies. */
export function changesPolarity(text: string, cited: readonly CitedPassage[]): boolean {
  const sources = cited.flatMap(({ passage }) => clausesOf(passage.text))
  const denied = new Set(sources.flatMap(deniedGrams))
  return clausesOf(text).some((clause) => {
    const own = targetsOf(clause)
    if (own.some((grams) => grams.length > 0 && !grams.some((gram) => denied.has(gram)))) return true
    const nearest = nearestClause(clause, sources)
    return (
      own.length === 0 &&
      nearest !== null &&
      targetsOf(nearest).some(([gram]) => gram !== undefined && clause.includes(gram))
    )
  })
}

/** Leaves out what limits the clause that it takes its words from: 首次, 仅, 每户 … */
export function losesLimit(text: string, cited: readonly CitedPassage[]): boolean {
  const sources = cited.flatMap(({ passage }) => clausesOf(passage.text))
  return clausesOf(text).some((clause) => {
    const nearest = nearestClause(clause, sources)
    return nearest !== null && words.limits.some((limit) => nearest.includes(limit) && !text.includes(limit))
  })
}

function clausesOf(text: string): string[] {
  return text.split(/[，。；;：:！？!?\n]/).filter((clause) => /\p{Letter}/u.test(clause))
}

/** For each negation of a clause the pairs of characters that it may deny, the nearest first. */
function targetsOf(clause: string): string[][] {
  const plain = clause.replace(notDenying, (word) => '·'.repeat(word.length))
  return [...plain.matchAll(negation)].map(({ 0: word, index }) =>
    pairs(plain.slice(index + word.length, index + word.length + reach)).slice(0, 2),
  )
}

function deniedGrams(clause: string): string[] {
  const plain = clause.replace(notDenying, (word) => '·'.repeat(word.length))
  return [...plain.matchAll(negation)].flatMap(({ 0: word, index }) =>
    pairs(plain.slice(index + word.length, index + word.length + reach)),
  )
}

function pairs(text: string): string[] {
  return [...text]
    .slice(1)
    .map((_, at) => text.slice(at, at + 2))
    .filter((pair) => /^\p{Script=Han}{2}$/u.test(pair))
}

/** The clause of the sources that shares most with this one; null where none shares half of it. */
function nearestClause(clause: string, sources: readonly string[]): string | null {
  const own = new Set(pairs(clause))
  const scored = sources.map((source) => ({ source, shared: pairs(source).filter((pair) => own.has(pair)).length }))
  const best = scored.reduce((most, one) => (one.shared > most.shared ? one : most), { source: '', shared: 0 })
  return best.shared * 2 >= own.size && best.shared > 0 ? best.source : null
}
