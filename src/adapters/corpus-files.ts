import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import {
  checkIndustries,
  checkNotions,
  checkRules,
  createIndustries,
  FactCatalogue,
  Industries,
} from '../eligibility/index.ts'
import {
  checkCorpus,
  formatProblem,
  Notions,
  type Policy,
  type PolicyFile,
  PolicyMetadata,
  type Problem,
  parseClauses,
} from '../policy/index.ts'
import { Lexicon, ReadingWords } from '../reading/index.ts'

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

/** Everyday words for reading questions; throws a `CorpusError` when the file is missing or not well formed. */
export function loadLexicon(corpusFolder: string): Promise<Lexicon> {
  return loadData(corpusFolder, 'lexicon.yaml', Lexicon)
}

/** The facts that rules ask about; throws a `CorpusError`. */
export function loadFactCatalogue(corpusFolder: string): Promise<FactCatalogue> {
  return loadData(corpusFolder, 'facts.yaml', FactCatalogue)
}

/** Industries, their size classes and everyday names; throws a `CorpusError`. */
export function loadIndustries(corpusFolder: string): Promise<Industries> {
  return loadData(corpusFolder, 'industries.yaml', Industries)
}

/** Conditions shared by policies; throws a `CorpusError`. */
export function loadNotions(corpusFolder: string): Promise<Notions> {
  return loadData(corpusFolder, 'notions.yaml', Notions)
}

/** Words by which facts are told; throws a `CorpusError`. */
export function loadReadingWords(corpusFolder: string): Promise<ReadingWords> {
  return loadData(corpusFolder, 'reading.yaml', ReadingWords)
}

async function loadData<Schema extends z.ZodType>(
  corpusFolder: string,
  name: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { data, problems } = await readData(corpusFolder, name, schema)
  if (data === null) throw new CorpusError(problems)
  return data
}

async function readData<Schema extends z.ZodType>(corpusFolder: string, name: string, schema: Schema) {
  const file = relative('.', join(corpusFolder, name))
  const content = await readFile(file, 'utf8').catch(() => null)
  const missing = { file, line: 1, message: 'cannot be read; is CORPUS_DIR right?' }
  if (content === null) return { file, data: null, problems: [missing] }
  const yaml = readYaml(file, content, 0)
  if (yaml.problems.length > 0) return { file, data: null, problems: yaml.problems }
  const parsed = schema.safeParse(yaml.value)
  if (!parsed.success) return { file, data: null, problems: faultsOf(file, parsed.error, yaml.lineOf) }
  return { file, data: parsed.data, problems: [] }
}

/** Reads all policy files and reports all problems; files that cannot be read are left out. */
export async function readCorpus(corpusFolder: string): Promise<{ policies: Policy[]; problems: Problem[] }> {
  const folder = relative('.', join(corpusFolder, 'policies'))
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.md'))
  if (names.length === 0)
    return {
      policies: [],
      problems: [{ file: folder, line: 1, message: 'holds no policy file that can be read; is this the corpus?' }],
    }
  const results = await Promise.all(
    names.sort().map(async (name) => parseFile(join(folder, name), await readFile(join(folder, name), 'utf8'))),
  )
  const files = results.flatMap(({ source }) => (source ? [source] : []))
  const problems = [
    ...results.flatMap((result) => result.problems),
    ...checkCorpus(files),
    ...duplicateIds(files),
    ...(await ruleProblems(corpusFolder, files)),
  ]
  return {
    policies: files.map(({ policy }) => policy),
    problems: problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  }
}

async function ruleProblems(corpusFolder: string, files: readonly PolicyFile[]): Promise<Problem[]> {
  const [facts, notions, industries] = await Promise.all([
    readData(corpusFolder, 'facts.yaml', FactCatalogue),
    readData(corpusFolder, 'notions.yaml', Notions),
    readData(corpusFolder, 'industries.yaml', Industries),
  ])
  if (!facts.data || !notions.data || !industries.data)
    return [...facts.problems, ...notions.problems, ...industries.problems]
  const { leavesOf } = createIndustries(industries.data)
  const parts = {
    catalogue: facts.data,
    notions: notions.data,
    isIndustry: (code: string) => leavesOf(code).length > 0,
  }
  return [
    ...checkRules(files, parts),
    ...checkNotions(notions.file, files, parts),
    ...checkIndustries(industries.data).map((message) => ({ file: industries.file, line: 1, message })),
  ]
}

function parseFile(file: string, content: string): { source: PolicyFile | null; problems: Problem[] } {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (text.includes('\uFFFD')) return refuse(file, text, '\uFFFD', 'is not UTF-8 here; save the file as UTF-8')
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (!match) return refuse(file, text, '', 'front matter between two "---" lines is missing')
  const [, frontMatter = '', body = ''] = match
  const yaml = readYaml(file, frontMatter, 1)
  const { title, clauses, problems } = parseClauses(file, body, frontMatter.split('\n').length + 3)
  if (yaml.problems.length > 0) return { source: null, problems: [...yaml.problems, ...problems] }
  const metadata = PolicyMetadata.safeParse(yaml.value)
  if (!metadata.success)
    return { source: null, problems: [...faultsOf(file, metadata.error, yaml.lineOf), ...problems] }
  return { source: { file, policy: { ...metadata.data, clauses }, title, lineOf: yaml.lineOf }, problems }
}

/** A file that cannot be read at all, with the line of the place that shows it. */
function refuse(file: string, text: string, place: string, message: string) {
  const line = text.slice(0, text.indexOf(place)).split('\n').length
  return { source: null, problems: [{ file, line, message }] }
}

/** The value of a YAML text that stands `linesBefore` lines into its file, or what is wrong with it. */
function readYaml(file: string, text: string, linesBefore: number) {
  const counter = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: counter, schema: 'core' })
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = yaml.getIn(path.slice(0, length), true)
      const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] // holds: nodes carry ranges
      if (offset !== undefined) return counter.linePos(offset).line + linesBefore
    }
    return 1
  }
  const problems = yaml.errors.map(({ linePos, message }) => ({
    file,
    line: (linePos?.[0].line ?? 1) + linesBefore,
    message: message.split('\n')[0] ?? message,
  }))
  if (problems.length > 0) return { value: null, problems, lineOf }
  try {
    const value: unknown = yaml.toJS()
    return { value, problems, lineOf }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { value: null, problems: [{ file, line: 1 + linesBefore, message }], lineOf }
  }
}

function faultsOf(file: string, error: z.ZodError, lineOf: (path: readonly (string | number)[]) => number): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
    return places.map((place) => {
      const message = issue.code === 'unrecognized_keys' ? 'this key is unknown' : issue.message
      return { file, line: lineOf(place), message: `${place.join('.') || 'front matter'}: ${message}` }
    })
  })
}

function duplicateIds(files: readonly PolicyFile[]): Problem[] {
  const ids = files.map(({ policy }) => policy.id)
  return files
    .filter(({ policy }, index) => ids.indexOf(policy.id) !== index)
    .map(({ file, policy, lineOf }) => ({ file, line: lineOf(['id']), message: `id "${policy.id}" is used twice` }))
}
