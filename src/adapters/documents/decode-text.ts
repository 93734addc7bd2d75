import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { DocumentError } from './document-error.ts'

/** Encodings of Chinese documents; others are a guess of the detector on too little text. */
const guessable = new Set(['GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'])

/** The text of a file: by byte order mark or declared charset, else UTF-8, else by what the bytes look like. */
export function decodeText(file: { name: string; bytes: Uint8Array }, isHtml: boolean): string {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length)
  const text =
    decodeMarked(bytes) ?? (isHtml ? decodeDeclared(bytes) : null) ?? decodeUtf8(bytes) ?? decodeGuessed(bytes)
  if (text === null)
    throw new DocumentError('undecodable', file.name, '无法识别文字编码（试过 UTF-8、GB18030、Big5、UTF-16）')
  if (text.includes('\0')) throw new DocumentError('type-mismatch', file.name, '内容不是文本（含有空字符）')
  return text
}

function decodeMarked(bytes: Buffer): string | null {
  const mark = bytes.subarray(0, 3).toString('latin1')
  if (mark.startsWith('\xff\xfe')) return iconv.decode(bytes, 'utf-16le')
  if (mark.startsWith('\xfe\xff')) return iconv.decode(bytes, 'utf-16be')
  return mark === '\xef\xbb\xbf' ? decodeUtf8(bytes) : null
}

function decodeDeclared(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1')
  const charset = /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase()
  if (!charset || !iconv.encodingExists(charset)) return null
  if (charset === 'utf-8' || charset === 'utf8') return decodeUtf8(bytes)
  const text = iconv.decode(bytes, /^gb/.test(charset) ? 'gb18030' : charset)
  return text.includes('\ufffd') ? null : text
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8 is an answer here: the caller goes on to the next encoding.
    return null
  }
}

function decodeGuessed(bytes: Buffer): string | null {
  const guesses = analyse(bytes.subarray(0, 65_536))
    .map((match) => match.name)
    .filter((name) => guessable.has(name))
  for (const encoding of [...guesses, 'GB18030']) {
    const text = iconv.decode(bytes, encoding)
    if (looksChinese(text)) return text
  }
  return null
}

/** A wrong encoding shows in undecodable bytes, control characters and characters hardly anyone writes. */
function looksChinese(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const foreign = sample.match(/[^\x20-\x7e\s]/gu)?.length ?? 0
  const usual = sample.match(/[\u4e00-\u9fa5\u3000-\u303f\uff00-\uffef\u2010-\u2027\u2460-\u24ff]/gu)?.length ?? 0
  const broken = sample.match(/[\ufffd\ue000-\uf8ff\u0080-\u009f\0]/gu)?.length ?? 0
  return broken <= foreign / 500 && usual >= foreign * 0.9
}
