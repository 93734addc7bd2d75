import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { LineCounter, parse, parseDocument } from 'yaml'
import { z } from 'zod'
import {
  checkCorpus,
  formatProblem,
  type Policy,
  type PolicyFile,
  PolicyMetadata,
  type Problem,
  parseClauses,
} from '../policy/index.ts'
import { Lexicon } from '../reading/index.ts'

/** The corpus could not be read; the message lists every problem with file and line. */
export class CorpusError extends Error {
  readonly code = 'corpus-invalid'
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(`the corpus has ${problems.length} problem(s):\n${problems.map(formatProblem).join('\n')}`)
    this.problems = problems
  }
}

/** Reads and checks all policy files; throws a `CorpusError` with all their problems. */
export async function loadPolicies(corpusFolder: string): Promise<Policy[]> {
  const { policies, problems } = await readCorpus(corpusFolder)
  if (problems.length > 0) throw new CorpusError(problems)
  return policies
}

/** Everyday words for reading questions; throws a `CorpusError` when the file is not well formed. */
export async function loadLexicon(corpusFolder: string): Promise<Lexicon> {
  const file = join(corpusFolder, 'lexicon.yaml')
  const lexicon = Lexicon.safeParse(parse(await readFile(file, 'utf8')))
  if (!lexicon.success) throw new CorpusError([{ file, line: 1, message: z.prettifyError(lexicon.error) }])
  return lexicon.data
}

/** Reads all policy files and reports all problems; files that cannot be read are left out. */
export async function readCorpus(corpusFolder: string): Promise<{ policies: Policy[]; problems: Problem[] }> {
  const folder = join(corpusFolder, 'policies')
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort()
  const results = await Promise.all(
    names.map(async (name) => parseFile(relative('.', join(folder, name)), await readFile(join(folder, name), 'utf8'))),
  )
  const files = results.flatMap(({ source }) => (source ? [source] : []))
  const problems = [...results.flatMap((result) => result.problems), ...checkCorpus(files), ...duplicateIds(files)]
  return {
    policies: files.map(({ policy }) => policy),
    problems: problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  }
}

function parseFile(file: string, content: string): { source: PolicyFile | null; problems: Problem[] } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(content)
  if (!match)
    return { source: null, problems: [{ file, line: 1, message: 'front matter between two "---" lines is missing' }] }
  const [, frontMatter = '', body = ''] = match
  const counter = new LineCounter()
  const yaml = parseDocument(frontMatter, { lineCounter: counter, schema: 'core' })
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = yaml.getIn(path.slice(0, length), true)
      const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] // holds: nodes carry ranges
      if (offset !== undefined) return counter.linePos(offset).line + 1
    }
    return 1
  }
  const syntax = yaml.errors.map((error) => ({
    file,
    line: (error.linePos?.[0].line ?? 0) + 1,
    message: error.message,
  }))
  if (syntax.length > 0) return { source: null, problems: syntax }
  const metadata = PolicyMetadata.safeParse(yaml.toJS())
  const clauses = parseClauses(file, body, frontMatter.split('\n').length + 3)
  if (!metadata.success) {
    const faults = metadata.error.issues.map(({ path, message }) => ({
      file,
      line: lineOf(path.filter((part) => typeof part !== 'symbol')),
      message: `${path.join('.')}: ${message}`,
    }))
    return { source: null, problems: [...faults, ...clauses.problems] }
  }
  const policy = { ...metadata.data, clauses: clauses.clauses }
  return { source: { file, policy, title: clauses.title, lineOf }, problems: clauses.problems }
}

function duplicateIds(files: readonly PolicyFile[]): Problem[] {
  const ids = files.map(({ policy }) => policy.id)
  return files
    .filter(({ policy }, index) => ids.indexOf(policy.id) !== index)
    .map(({ file, policy, lineOf }) => ({ file, line: lineOf(['id']), message: `id "${policy.id}" is used twice` }))
}
