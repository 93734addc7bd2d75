import words from './guard-words.json' with { type: 'json' }
import { contentPairs, contentRuns, knownCharacters, patternOf } from './plain-content.ts'
import type { Statement } from './statements.ts'

const neutral = patternOf(words.neutral)
/** Places in one run where words stand side by side that no statement has so: more is another statement. */
const mostSeams = 2
const fullFrom = 0.9
/** Characters by which a sentence may be longer: beyond that it says something twice, and perhaps otherwise. */
const mostRepeated = 4

/** Whether a sentence is made of the words of the statements; `partial` where it orders them anew. */
export function supportOf(text: string, statements: readonly Statement[]): 'full' | 'partial' | 'none' {
  const names = statements.flatMap(namesOf)
  const known = new Set([...names, ...statements.flatMap(({ pairs }) => [...pairs])])
  const letters = [...known].join('')
  const isKnown = (pair: string) => (pair.length === 1 ? letters.includes(pair) : known.has(pair))
  const runs = contentRuns(text)
  if (runs.length === 0 || runs.some((run) => isForeign(run, isKnown))) return 'none'
  if (lengthOf(runs) > lengthOf(statements.flatMap((one) => contentRuns(one.text))) + mostRepeated) return 'none'
  const pairs = [...contentPairs(runs)]
  return pairs.filter(isKnown).length >= pairs.length * fullFrom ? 'full' : 'partial'
}

function lengthOf(runs: readonly string[]): number {
  return runs.reduce((sum, run) => sum + run.length, 0)
}

function isForeign(run: string, isKnown: (pair: string) => boolean): boolean {
  const allowed = placesOf(neutral, run)
  const isOwn = knownCharacters(run, isKnown).some((known, at) => !known && !allowed.has(at))
  const seams = [...contentPairs([run])].filter((pair) => !isKnown(pair)).length
  return isOwn || seams > mostSeams + allowed.size
}

/**
 * Leaves out something of a statement that it takes up, such as a condition of several. The name of the policy need
 * not be said again, since the answer stands under it.
 */
export function omits(text: string, statements: readonly Statement[]): boolean {
  const said = contentPairs(contentRuns(text))
  const letters = [...said].join('')
  return statements.some((statement) => {
    const isSaid = (pair: string) => (pair.length === 1 ? letters.includes(pair) : said.has(pair))
    return contentRuns(withoutTopic(statement)).some((run) => {
      const light = placesOf(lightVerb, run)
      return knownCharacters(run, isSaid).some((known, at) => !known && !light.has(at))
    })
  })
}

const lightVerb = patternOf(words.lightVerbs)

/** Without the name that it begins with. */
function withoutTopic({ text, cited }: Statement): string {
  const start = text.replace(leadingVerb, '')
  const { title, aliases } = cited.document
  const name = [title, ...aliases].filter((one) => start.startsWith(one)).sort((a, b) => b.length - a.length)[0]
  return name === undefined ? text : start.slice(name.length)
}

const leadingVerb = new RegExp(`^(?:${lightVerb.source}|按)`)

function placesOf(pattern: RegExp, run: string): Set<number> {
  return new Set([...run.matchAll(pattern)].flatMap(({ 0: word, index }) => [...word].map((_, at) => index + at)))
}

function namesOf({ cited }: Statement): string[] {
  const { title, aliases } = cited.document
  return [...contentPairs(contentRuns([title, ...aliases.slice(0, 1), ...cited.passage.headings].join(' ')))]
}
