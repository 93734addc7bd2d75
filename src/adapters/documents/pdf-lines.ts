/** A run of text with its place on the page; y grows upwards. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Lines of a page in reading order. Indented ones start with two ideographic spaces, columns are parted by tabs. */
export function readPageLines(texts: readonly PlacedText[]): string[] {
  const lines = groupLines(texts.filter((text) => text.text.trim() !== ''))
  const margin = leftMargin(lines)
  return lines.map((line) => {
    const [first] = line
    if (!first) return ''
    return (first.x - margin > first.height * 1.5 ? '　　' : '') + joinRuns(line)
  })
}

/** Runs on one base line, in the order in which the page gives its lines. */
function groupLines(texts: readonly PlacedText[]): PlacedText[][] {
  const lines: PlacedText[][] = []
  for (const text of texts) {
    const line = lines.at(-1)
    const previous = line?.at(-1)
    const isSameLine = previous && Math.abs(previous.y - text.y) < Math.max(previous.height, text.height, 1) * 0.5
    if (line && isSameLine) line.push(text)
    else lines.push([text])
  }
  for (const line of lines) line.sort((one, other) => one.x - other.x)
  return lines
}

/** The left edge that lines share, not an outlier such as a page number in the margin. */
function leftMargin(lines: readonly (readonly PlacedText[])[]): number {
  const edges = lines.map((line) => line[0]?.x ?? 0).sort((one, other) => one - other)
  return (
    edges.find((edge) => edges.filter((other) => Math.abs(other - edge) < 2).length >= edges.length / 5) ??
    edges[0] ??
    0
  )
}

function joinRuns(line: readonly PlacedText[]): string {
  let joined = ''
  let right = line[0]?.x ?? 0
  for (const { text, x, width, height } of line) {
    const gap = x - right
    if (gap > height * 1.2) joined += '\t'
    else if (gap > height * 0.2 && !joined.endsWith(' ')) joined += ' '
    joined += text
    right = x + width
  }
  return joined
}
