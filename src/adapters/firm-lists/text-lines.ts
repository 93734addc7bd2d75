import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/** A piece of text that ends with a line, and the numbers of lines that are not in the encoding of the file. */
export interface TextPiece {
  readonly text: string
  readonly badLines: readonly number[]
}

const sampleSize = 64 * 1024
const mostSampled = 500
const lineFeed = 0x0a

/**
 * The text of a file, piece by piece. Most lines decide the encoding; a line that does not fit it is left empty and
 * named. In UTF-8, GB18030 and Big5 no other character holds the byte of a line feed.
 */
export async function* readTextLines(path: string): AsyncGenerator<TextPiece> {
  const encoding = await encodingOf(path)
  if (encoding.startsWith('utf-16')) {
    const decoded = createReadStream(path).pipe(iconv.decodeStream(encoding))
    for await (const text of decoded) yield { text: String(text), badLines: [] }
    return
  }
  const decode = decoderOf(encoding)
  let number = 0
  for await (const lines of linesOf(path)) {
    const badLines: number[] = []
    let text = ''
    for (const line of lines) {
      number += 1
      const decoded = decode(line)
      if (decoded === null) badLines.push(number)
      text += decoded ?? '\n'
    }
    yield { text, badLines }
  }
}

/** Complete lines with their ends, as many as each chunk of the file brings. */
async function* linesOf(path: string): AsyncGenerator<Buffer[]> {
  let rest: Buffer = Buffer.alloc(0)
  // A stream of a file without an encoding gives buffers.
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const lines: Buffer[] = []
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      lines.push(bytes.subarray(start, end + 1))
      start = end + 1
    }
    rest = bytes.subarray(start)
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0) yield [rest]
}

async function encodingOf(path: string): Promise<string> {
  const head = await headOf(path, sampleSize)
  const mark = head.subarray(0, 3).toString('latin1')
  if (mark.startsWith('\xff\xfe')) return 'utf-16le'
  if (mark.startsWith('\xfe\xff')) return 'utf-16be'
  if (mark === '\xef\xbb\xbf') return 'utf-8'
  if (head.includes(0)) return guess(head, ['UTF-16LE', 'UTF-16BE']) ?? 'utf-8'
  const { isMostlyUtf8, others } = await tryUtf8(path)
  return isMostlyUtf8 ? 'utf-8' : (guess(others, ['GB18030', 'Big5']) ?? 'gb18030')
}

async function tryUtf8(path: string): Promise<{ isMostlyUtf8: boolean; others: Buffer }> {
  const decode = decoderOf('utf-8')
  const others: Buffer[] = []
  let excess = 0
  for await (const lines of linesOf(path))
    for (const line of lines.filter(isBeyondAscii)) {
      const isOther = decode(line) === null
      excess += isOther ? 1 : -1
      if (isOther && others.length < mostSampled) others.push(Buffer.from(line))
    }
  return { isMostlyUtf8: excess <= 0, others: Buffer.concat(others) }
}

export async function headOf(path: string, size: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function guess(bytes: Buffer, among: readonly string[]): string | null {
  return (
    analyse(bytes)
      .find(({ name }) => among.includes(name))
      ?.name.toLowerCase() ?? null
  )
}

function isBeyondAscii(line: Buffer): boolean {
  return line.some((byte) => byte >= 0x80)
}

/** Decodes one line, or gives null where it is not in the encoding. */
function decoderOf(encoding: string): (line: Buffer) => string | null {
  if (encoding !== 'utf-8')
    return (line) => {
      const text = iconv.decode(line, encoding)
      return /[\ufffd\ue000-\uf8ff\u0080-\u009f]/.test(text) ? null : text
    }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (line) => {
    try {
      return decoder.decode(line)
    } catch {
      // Not UTF-8 is an answer here: the caller names the line.
      return null
    }
  }
}
