import { fileTypeFromBuffer } from 'file-type'
import { DocumentError } from './document-error.ts'

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf'

export const largestBytes = 20 * 1024 * 1024
export const largestCharacters = 2_000_000

const formatOfExtension: Readonly<Record<string, DocumentFormat>> = {
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  pdf: 'pdf',
}

/** The format that a file's name claims, once its content has confirmed it. */
export async function checkType(file: { name: string; bytes: Uint8Array }): Promise<DocumentFormat> {
  const extension = /\.([^.\\/]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const format = Object.hasOwn(formatOfExtension, extension) ? formatOfExtension[extension] : undefined
  if (!format) throw unsupported(file.name, extension)
  const actual = await detectType(file.bytes)
  const expected = format === 'pdf' || format === 'docx' ? format : 'text'
  if (actual !== expected) {
    const what = actual === 'text' ? '文本' : actual === 'binary' ? '二进制数据' : ` ${actual} 格式`
    throw new DocumentError('type-mismatch', file.name, `扩展名是 .${extension}，内容却是${what}`)
  }
  return format
}

function unsupported(name: string, extension: string): DocumentError {
  const problem = extension === '' ? '文件名没有扩展名' : `不支持 .${extension} 格式`
  return new DocumentError('unsupported-type', name, problem)
}

/** The type by content: `text`, `binary`, or the usual extension of a known format. */
async function detectType(bytes: Uint8Array): Promise<string> {
  const known = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (known && !isTextType(known.mime)) return known.ext
  // Some writers put a few bytes before the header; readers accept it within the first kilobyte.
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (start.includes('%PDF-') && start.trimStart().startsWith('%PDF-')) return 'pdf'
  const isUtf16 = /^(\xff\xfe|\xfe\xff)/.test(start)
  return !isUtf16 && bytes.includes(0) ? 'binary' : 'text'
}

function isTextType(mime: string): boolean {
  return mime.startsWith('text/') || mime === 'application/xml' || mime === 'application/json'
}
