import mammoth from 'mammoth'
import { measureZip } from '../measure-zip.ts'
import { DocumentError } from './document-error.ts'
import { readHtmlFragment } from './read-html.ts'

const largestUnpacked = 200 * 1024 * 1024

/** Text of a Word document with its headings, list numbers and tables. */
export async function readDocx(file: { name: string; bytes: Uint8Array }): Promise<{ title: string; text: string }> {
  const buffer = Buffer.from(file.bytes)
  if (unpackedSize(file.name, buffer) > largestUnpacked)
    throw new DocumentError('too-large', file.name, `解压后超过 ${largestUnpacked / 1024 / 1024} MB`)
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    )
    return readHtmlFragment(value)
  } catch (cause) {
    throw new DocumentError('corrupt', file.name, 'Word 文档已损坏或不完整', { cause })
  }
}

function unpackedSize(fileName: string, buffer: Buffer): number {
  try {
    return measureZip(buffer, largestUnpacked)
  } catch (cause) {
    throw new DocumentError('corrupt', fileName, 'Word 文档已损坏或不完整', { cause })
  }
}
