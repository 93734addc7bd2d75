import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { SourceDocument } from '../../src/policy/index.ts'

const folder = new URL('../../../shared/data/retrieval-zh-policy/', import.meta.url)

const PassageLine = z.object({ id: z.string(), title: z.string(), text: z.string() })
const QuestionLine = z.object({ id: z.string(), text: z.string(), relevant: z.array(z.string()).default([]) })
export type PassageLine = z.infer<typeof PassageLine>
export type QuestionLine = z.infer<typeof QuestionLine>

export interface PublicSet {
  readonly passages: readonly PassageLine[]
  readonly questions: readonly QuestionLine[]
  /** Questions whose document is not among the passages. */
  readonly unanswerable: readonly QuestionLine[]
}

/** Public policy texts with real questions; null where they are not on this machine. */
export function loadPublicSet(): PublicSet | null {
  if (!existsSync(folder)) return null
  return {
    passages: readLines('passages.jsonl', PassageLine),
    questions: readLines('questions.jsonl', QuestionLine),
    unanswerable: readLines('unanswerable.jsonl', QuestionLine),
  }
}

/** The passages under the documents they were cut from (`<document>#<number>`). */
export function documentsOf(passages: readonly PassageLine[]): SourceDocument[] {
  const byDocument = Map.groupBy(passages, ({ id }) => id.slice(0, id.indexOf('#')))
  return [...byDocument].map(([id, lines]) => documentOf(id, lines))
}

function documentOf(id: string, lines: readonly PassageLine[]): SourceDocument {
  let end = 0
  const passages = lines.map((line) => {
    const start = end
    end += line.text.length
    const anchor = line.id.slice(id.length + 1)
    const place = { start, bodyStart: start, end, validFrom: null, validUntil: null }
    return { id: line.id, documentId: id, anchor, headings: [], text: line.text, ...place }
  })
  const dates = { publishedOn: null, effectiveFrom: null, effectiveUntil: null }
  const unknown = { documentNumber: null, level: null, kind: null, sourceUrl: null, aliases: [], ...dates }
  const text = lines.map((line) => line.text).join('')
  return { id, origin: 'original', title: lines[0]?.title ?? id, status: 'in-force', ...unknown, text, passages }
}

function readLines<Line>(file: string, schema: z.ZodType<Line>): Line[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').trim().split('\n')
  return lines.map((line) => schema.parse(JSON.parse(line)))
}
