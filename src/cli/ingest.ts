import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { addressesAssistant } from '../answering/index.ts'
import { chunkDocument } from '../policy/chunking/index.ts'
import type { IsoDate, Passage, SourceDocument } from '../policy/index.ts'
import { normaliseText } from '../reading/index.ts'
import type { Knowledge, Progress, readDocument, StoredOriginal } from '../services.ts'

export interface IngestOptions {
  readonly title?: string
  readonly number?: string
  readonly status?: SourceDocument['status']
  readonly from?: IsoDate
  readonly until?: IsoDate
  readonly url?: string
}

interface IngestParts {
  readonly knowledge: Knowledge
  readonly readDocument: typeof readDocument
  readonly originalIdOf: (fileName: string) => string
  readonly onProgress: Progress
}

/** Adds files beside the corpus; a bad file is reported and the others still go in. Returns the number refused. */
export async function ingestFiles(
  paths: readonly string[],
  options: IngestOptions,
  parts: IngestParts,
): Promise<number> {
  let refused = 0
  for (const path of paths) {
    try {
      const original = await readOriginal(path, options, parts)
      await parts.knowledge.originals.save(original)
      const { title, documentNumber, passages } = original.document
      console.log(`已收录：${path} →《${title}》${documentNumber ?? '（无文号）'}，${passages.length} 个片段`)
      warnOfInstructions(original, parts.knowledge)
    } catch (error) {
      refused += 1
      console.error(`未收录：${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (refused < paths.length) await parts.knowledge.sync(parts.onProgress)
  return refused
}

/** Takes documents away, by file name, title or id; returns the number that were not there. */
export async function removeDocuments(
  names: readonly string[],
  { knowledge, onProgress }: IngestParts,
): Promise<number> {
  let missing = 0
  for (const name of names) {
    const removed = await knowledge.originals.remove(name)
    for (const { document } of removed) console.log(`已移除：《${document.title}》（${document.id}）`)
    if (removed.length === 0) {
      missing += 1
      console.error(`没有名为「${name}」的收录文件；用 npm run ingest -- --list 查看已收录的文件。`)
    }
  }
  await knowledge.sync(onProgress)
  return missing
}

export async function listDocuments({ knowledge }: Pick<IngestParts, 'knowledge'>): Promise<void> {
  const originals = await knowledge.originals.list()
  if (originals.length === 0) console.log('还没有收录官方原文。')
  for (const { fileName, document } of originals)
    console.log(`${document.id}  ${fileName}  《${document.title}》 ${document.documentNumber ?? ''}`)
}

/** Longest excerpt that a warning shows. */
const mostShown = 40

function warnOfInstructions({ document, addedAt }: StoredOriginal, { answering }: Knowledge): void {
  const asOf = addedAt.slice(0, 10)
  const isInstruction = (passage: Passage) => addressesAssistant(passage, document, asOf, answering.reader)
  for (const passage of document.passages.filter(isInstruction))
    console.error(
      `请核对：《${document.title}》有一个片段像是写给问答程序的指令，回答问题时不引用、也不交给模型：「${excerptOf(passage.text)}」。如果文件来源可疑，请用 npm run ingest -- --remove ${document.id} 移除。`,
    )
}

function excerptOf(text: string): string {
  const plain = normaliseText(text)
  return plain.length > mostShown ? `${plain.slice(0, mostShown)}……` : plain
}

async function readOriginal(path: string, options: IngestOptions, parts: IngestParts): Promise<StoredOriginal> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path}：读不到这个文件（${error.code ?? error.message}），请检查路径和权限。`, { cause: error })
  })
  const fileName = basename(path)
  const read = await parts.readDocument({ name: fileName, bytes })
  const id = parts.originalIdOf(fileName)
  const title = options.title ?? read.title
  const document: SourceDocument = {
    id,
    origin: 'original',
    title,
    documentNumber: options.number ?? read.documentNumber,
    level: null,
    kind: null,
    status: options.status ?? 'in-force',
    publishedOn: read.publishedOn,
    effectiveFrom: options.from ?? null,
    effectiveUntil: options.until ?? null,
    sourceUrl: options.url ?? null,
    aliases: [],
    text: read.text,
    passages: chunkDocument({ documentId: id, title, text: read.text }),
  }
  return { fileName, addedAt: new Date().toISOString(), document }
}
