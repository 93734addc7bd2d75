import { fileURLToPath } from 'node:url'
import {
  getDocument,
  OPS,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { largestCharacters } from './document-checks.ts'
import { DocumentError } from './document-error.ts'
import { type PlacedText, readPageLines } from './pdf-lines.ts'

const packageFolder = fileURLToPath(new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))

/** Below this many characters a page that shows pictures counts as scanned; it may bear a stamp or a page number. */
const fewCharacters = 30

/** Text of a PDF, a line feed after each line and a form feed between pages. */
export async function readPdf(file: { name: string; bytes: Uint8Array }): Promise<string> {
  const task = openPdf(file.bytes)
  try {
    return await readPages(await task.promise, file.name)
  } catch (cause) {
    throw cause instanceof DocumentError ? cause : explain(file.name, cause)
  } finally {
    await task.destroy()
  }
}

/** Without the character maps, text in fonts that are not embedded reads as empty. */
function openPdf(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    // pdf.js takes ownership of what it is given.
    data: Uint8Array.from(bytes),
    cMapUrl: `${packageFolder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${packageFolder}standard_fonts/`,
    wasmUrl: `${packageFolder}wasm/`,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
}

async function readPages(document: PDFDocumentProxy, fileName: string): Promise<string> {
  const pages: string[] = []
  let length = 0
  let hasPictures = false
  for (let number = 1; number <= document.numPages && length <= largestCharacters; number += 1) {
    const page = await document.getPage(number)
    const text = await readPage(page)
    hasPictures ||= text.length < fewCharacters && (await showsPicture(page))
    pages.push(text)
    length += text.length
    page.cleanup()
  }
  if (length < fewCharacters * pages.length && (hasPictures || length === 0))
    throw new DocumentError('scanned', fileName, '没有可读的文字层，看来是扫描件或图片')
  return pages.join('\f')
}

async function readPage(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  const texts: PlacedText[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    texts.push({ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, height: item.height })
  }
  return readPageLines(texts).join('\n')
}

async function showsPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  const paints = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  return fnArray.some((operation) => paints.has(operation))
}

function explain(fileName: string, cause: unknown): DocumentError {
  const isLocked = cause instanceof Error && cause.name === 'PasswordException'
  if (isLocked) return new DocumentError('encrypted', fileName, 'PDF 有密码保护', { cause })
  return new DocumentError('corrupt', fileName, 'PDF 已损坏或不完整', { cause })
}
