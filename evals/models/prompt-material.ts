/** One line of the draft: a sentence and the handles it rests on. */
export interface DraftLine {
  readonly text: string
  readonly handles: readonly string[]
}

export interface Source {
  readonly handle: string
  readonly title: string
  readonly text: string
}

/** What a prompt for wording holds, read as a model would read it. */
export interface PromptMaterial {
  readonly question: string
  /** Empty where the question is open. */
  readonly draft: readonly DraftLine[]
  readonly sources: readonly Source[]
  /** All that stands outside the sections. */
  readonly rules: string
}

const section = /<([^<>\n]+)>\n([\s\S]*?)\n<\/\1>/g
const sourceLine = /^\[(P\d+)\] 《(.+?)》[^：]*：(.+)$/
const draftLine = /^(.+?)((?:\[P\d+\])+)$/

export function promptMaterial(prompt: string): PromptMaterial {
  const sections = [...prompt.matchAll(section)].map(([, , body = '']) => body.split('\n'))
  const lines = sections.slice(1).flat()
  return {
    question: sections[0]?.[0] ?? '',
    draft: lines.flatMap((line) => {
      const [, text, marks] = sourceLine.test(line) ? [] : (draftLine.exec(line) ?? [])
      return text && marks ? [{ text, handles: handlesIn(marks) }] : []
    }),
    sources: lines.flatMap((line) => {
      const [, handle, title, text] = sourceLine.exec(line) ?? []
      return handle && title && text ? [{ handle, title, text }] : []
    }),
    rules: prompt.replace(section, '').trim(),
  }
}

export function say({ text, handles }: DraftLine): string {
  return text + handles.map((handle) => `[${handle}]`).join('')
}

/** How many pairs of characters of the one the other has. */
export function shared(text: string, other: string): number {
  const pairs = new Set(pairsOf(other))
  return pairsOf(text).filter((pair) => pairs.has(pair)).length
}

export function pairsOf(text: string): string[] {
  const letters = [...text.replace(/[^\p{Letter}\p{Number}]/gu, '')]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

/** A number that the same words always give. */
export function hashOf(text: string): number {
  return [...text].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0, 2_166_136_261)
}

function handlesIn(marks: string): string[] {
  return [...marks.matchAll(/P\d+/g)].map(([handle]) => handle)
}
