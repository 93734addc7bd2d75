/** One sentence of a reply and the handles at its end. */
export interface ReplyLine {
  readonly text: string
  readonly handles: readonly string[]
}

const handles = /(?:\[P[1-9]\d?\])+/
const sentenceEnd = new RegExp(`${handles.source}[。；]?(?=[^[。；\\n])|\\n`)
/** A line that goes on beyond this is no sentence. */
const longestLine = 600
/** More sentences than any answer needs: the reply has no end. */
const mostLines = 40

/** The sentences of a reply as they become complete; it stops reading where the reply does not come to an end. */
export async function* replyLines(deltas: AsyncIterable<string>): AsyncGenerator<ReplyLine> {
  let rest = ''
  let lines = 0
  for await (const delta of deltas) {
    rest += delta
    for (let match = sentenceEnd.exec(rest); match; match = sentenceEnd.exec(rest)) {
      const end = match.index + match[0].length
      const line = lineOf(rest.slice(0, end))
      rest = rest.slice(end)
      if (line) yield line
      if (line && ++lines === mostLines) return
    }
    if (rest.length > longestLine) return
  }
  const line = lineOf(rest)
  if (line) yield line
}

/** Without the list marks that models like; null for a line of nothing else. */
function lineOf(words: string): ReplyLine | null {
  const line = words
    .trim()
    .replace(/^(?:[-*•·]|\d{1,2}[.、)）])\s*/, '')
    .replaceAll('**', '')
  const [marks = ''] = new RegExp(`${handles.source}(?=[。；]?$)`).exec(line) ?? []
  const text = line
    .replace(/[。；]$/, '')
    .slice(0, marks ? -marks.length : undefined)
    .trim()
  if (text === '') return null
  const end = /[。；！？：]$/.test(text) ? '' : '。'
  return { text: text + end, handles: [...marks.matchAll(/P\d+/g)].map(([handle]) => handle) }
}
