import words from './guard-words.json' with { type: 'json' }
import { type CitedPassage, sourceTexts } from './material.ts'

const connective = new RegExp(
  [...words.connectives]
    .sort((a, b) => b.length - a.length)
    .map(RegExp.escape)
    .join('|'),
  'g',
)
/** So many characters in a row that no cited passage has are a statement of their own. */
const longestForeign = 3
const fullFrom = 0.92
const partialFrom = 0.8

/** How much of a sentence are words of the cited passages, or words that only join them. */
export function supportOf(text: string, cited: readonly CitedPassage[]): 'full' | 'partial' | 'none' {
  const known = new Set(sourceTexts(cited).flatMap((source) => pairsOf(source)))
  const shares = text.split(/[，。；：！？]/).map((clause) => shareOf(clause, known))
  const least = Math.min(...shares)
  return least >= fullFrom ? 'full' : least >= partialFrom ? 'partial' : 'none'
}

/** Each clause counts by itself, so that a short claim cannot hide in a long sentence. */
function shareOf(clause: string, known: ReadonlySet<string>): number {
  const runs = clause.match(/\p{Script=Han}+/gu) ?? []
  const marks = runs.map((run) => marksOf(run, known)).join(' ')
  if (marks.includes('x'.repeat(longestForeign))) return 0
  const counted = marks.replace(/[- ]/g, '')
  return counted === '' ? 1 : counted.replaceAll('x', '').length / counted.length
}

/** Per character: `o` of a passage, `-` of a joining word, `x` of neither. */
function marksOf(run: string, known: ReadonlySet<string>): string {
  const marks = [...run].map((_, at): 'o' | 'x' | '-' => {
    const stands = known.has(run.slice(at, at + 2)) || (at > 0 && known.has(run.slice(at - 1, at + 1)))
    return stands ? 'o' : 'x'
  })
  for (const { 0: word, index } of run.matchAll(connective))
    for (let at = index; at < index + word.length; at += 1) if (marks[at] === 'x') marks[at] = '-'
  return marks.join('')
}

function pairsOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+/gu) ?? []
  return runs.flatMap((run) => (run.length === 1 ? [run] : [...run].slice(1).map((_, at) => run.slice(at, at + 2))))
}
