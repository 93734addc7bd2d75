import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Answer, Citation } from '../../src/answering/index.ts'
import { figuresWithoutQuote } from './text-figures.ts'

/** The raw text of every corpus file, by policy id; read without the product's own reader. */
export function readCorpusTexts(corpusFolder: string): ReadonlyMap<string, string> {
  const files = globSync('policies/*/*.md', { cwd: corpusFolder })
  return new Map(files.map((file) => [basename(file, '.md'), flat(readFileSync(join(corpusFolder, file), 'utf8'))]))
}

/** Everything wrong with what an answer claims and what it cites; empty for a sound answer. */
export function citationProblems(answer: Answer, corpus: ReadonlyMap<string, string>): string[] {
  const byId = new Map(answer.citations.map((citation) => [citation.id, citation]))
  return [
    ...answer.citations.flatMap((citation) => quoteProblems(citation, corpus)),
    ...answer.sentences.flatMap(({ text, citations }) => sentenceProblems(text, citations, byId)),
  ]
}

function quoteProblems(citation: Citation, corpus: ReadonlyMap<string, string>): string[] {
  const { id, policyId, quote, digest } = citation
  const text = corpus.get(policyId)
  const isVerbatim = quote.trim() !== '' && text?.includes(flat(quote))
  return [
    ...(text === undefined ? [`citation ${id}: no corpus file "${policyId}"`] : []),
    ...(text !== undefined && !isVerbatim
      ? [`citation ${id}: quote is not in ${policyId}: ${quote.slice(0, 40)}`]
      : []),
    ...(createHash('sha256').update(quote).digest('hex') === digest ? [] : [`citation ${id}: digest differs`]),
  ]
}

function sentenceProblems(text: string, ids: readonly string[], byId: ReadonlyMap<string, Citation>): string[] {
  const cited = ids.flatMap((id) => byId.get(id) ?? [])
  if (ids.length === 0 || cited.length !== ids.length) return [`sentence without its citation: ${text.slice(0, 40)}`]
  const names = cited.flatMap(({ title, documentNumber }) => [title, documentNumber ?? ''])
  const missing = figuresWithoutQuote(
    text,
    cited.map(({ quote }) => quote),
    names,
  )
  return missing.length === 0 ? [] : [`figure ${missing.join('、')} is in no cited quote: ${text.slice(0, 60)}`]
}

/** Line breaks and the indent of tables and lists aside, a quote is copied letter by letter. */
function flat(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n\s*/g, '\n')
}
