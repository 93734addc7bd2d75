import { cleanText, tidyText } from './clean-text.ts'
import { decodeText } from './decode-text.ts'
import { describeText } from './describe-text.ts'
import { checkType, type DocumentFormat, largestBytes, largestCharacters } from './document-checks.ts'
import { DocumentError } from './document-error.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readPdf } from './read-pdf.ts'

/** An official document as read from a file: its text, and what its head and signature say of it. */
export interface OriginalDocument {
  readonly title: string
  readonly documentNumber: string | null
  /** `YYYY-MM-DD` */
  readonly publishedOn: string | null
  readonly text: string
  readonly format: DocumentFormat
}

export interface DocumentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a file of a supported type, or throws a `DocumentError`. */
export async function readDocument(file: DocumentFile): Promise<OriginalDocument> {
  if (file.bytes.length === 0) throw new DocumentError('empty', file.name, '文件是空的')
  if (file.bytes.length > largestBytes) throw tooLarge(file.name, `文件超过 ${largestBytes / 1024 / 1024} MB`)
  const format = await checkType(file)
  const { title, text } = await readText(file, format)
  if (text.trim() === '') throw new DocumentError('empty', file.name, '文件中没有文字')
  if (text.length > largestCharacters) throw tooLarge(file.name, `文字超过 ${largestCharacters / 10_000} 万字`)
  const described = describeText(text)
  const fallback = file.name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  return { ...described, title: title || described.title || fallback, text, format }
}

function tooLarge(fileName: string, problem: string): DocumentError {
  return new DocumentError('too-large', fileName, problem)
}

/** The cleaned text, with a title where the format itself marks one. */
async function readText(file: DocumentFile, format: DocumentFormat): Promise<{ title: string; text: string }> {
  switch (format) {
    case 'text':
      return { title: '', text: cleanText(decodeText(file, false)) }
    case 'markdown': {
      const text = tidyText(decodeText(file, false))
      return { title: /^#[ \t]+(.{1,200})$/m.exec(text)?.[1]?.trim() ?? '', text }
    }
    case 'html': {
      const page = readHtml(file.name, decodeText(file, true))
      return { title: tidyText(page.title), text: tidyText(page.text) }
    }
    case 'docx': {
      const page = await readDocx(file)
      return { title: tidyText(page.title), text: tidyText(page.text) }
    }
    case 'pdf':
      return { title: '', text: cleanText(await readPdf(file)) }
  }
}
