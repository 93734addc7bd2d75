import { figureUses } from '../../policy/index.ts'
import words from './guard-words.json' with { type: 'json' }
import type { CitedPassage } from './material.ts'
import { contentPairs, contentRuns, patternOf } from './plain-content.ts'

/** A sentence of a cited passage: what is taken of it is taken whole. */
export interface Statement extends Marks {
  readonly text: string
  readonly cited: CitedPassage
}

/** The statements that a sentence takes its clauses from, the one that it shares most with first. */
export function usedStatements(text: string, cited: readonly CitedPassage[]): Statement[] {
  const statements = cited.flatMap(statementsOf)
  const whole = marksOf(text)
  const [main] = [...statements].sort((a, b) => shared(whole, b) - shared(whole, a))
  if (!main || shared(whole, main) === 0) return []
  const used = new Set([main])
  for (const clause of text.split(/[，。；：！？、]/).map(marksOf)) {
    const most = Math.max(...[...used].map((statement) => shared(clause, statement)))
    const others = statements.map((statement) => ({ statement, share: shared(clause, statement) }))
    const best = others.reduce((top, one) => (one.share > top.share ? one : top), { statement: main, share: most })
    if (best.share > most) used.add(best.statement)
  }
  return [...used]
}

const qualifying = patternOf([...words.limits, ...words.duties, ...words.alternatives, ...words.excepting])
/** What stands behind a semicolon and limits belongs to what it limits. */
const statementEnd = new RegExp(`[。！？!?\\n]|；(?![^；。]*?(?:${qualifying.source}))`)

/** Many sentences of a reply cite the same passage. */
const known = new WeakMap<CitedPassage, Statement[]>()

function statementsOf(cited: CitedPassage): Statement[] {
  const statements = known.get(cited) ?? splitPassage(cited)
  known.set(cited, statements)
  return statements
}

function splitPassage(cited: CitedPassage): Statement[] {
  return cited.passage.text
    .split(statementEnd)
    .filter((text) => /\p{Letter}/u.test(text))
    .map((text) => ({ text, ...marksOf(text), cited }))
}

interface Marks {
  readonly pairs: ReadonlySet<string>
  readonly figures: ReadonlySet<string>
}

/** What two texts can share: pairs of characters and figures. */
function marksOf(text: string): Marks {
  return {
    pairs: contentPairs(contentRuns(text)),
    figures: new Set(figureUses(text).map(({ figure }) => figure)),
  }
}

function shared(one: Marks, other: Marks): number {
  const count = (own: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...own].filter((each) => others.has(each)).length
  return count(one.pairs, other.pairs) + count(one.figures, other.figures)
}
