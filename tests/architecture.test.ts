import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

interface SourceFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string
  readonly text: string
}

interface Import {
  /** A path from the root of the project, or the name of a package. */
  readonly target: string
  readonly isTypeOnly: boolean
  readonly line: number
}

/** The map of STYLE: what each part may import besides itself. Files right under `src` are parts of their own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  policy: [],
  eligibility: ['policy'],
  retrieval: ['policy'],
  reading: ['policy', 'eligibility'],
  answering: ['policy', 'eligibility', 'retrieval', 'reading'],
  tools: ['policy', 'eligibility', 'retrieval', 'reading', 'answering'],
  'config.ts': [],
  adapters: ['policy', 'eligibility', 'retrieval', 'reading', 'answering', 'config.ts'],
  'services.ts': ['policy', 'eligibility', 'retrieval', 'reading', 'answering', 'tools', 'config.ts', 'adapters'],
  'langchain.ts': ['retrieval', 'tools', 'config.ts', 'adapters', 'services.ts'],
  server: ['policy', 'eligibility', 'retrieval', 'reading', 'answering', 'tools', 'config.ts', 'services.ts'],
  cli: ['policy', 'eligibility', 'retrieval', 'reading', 'answering', 'tools', 'config.ts', 'services.ts'],
}
const purePart = ['policy', 'eligibility', 'retrieval', 'reading', 'answering']
const onlyZod = [...purePart, 'config.ts']

/** What a pure part must be given instead of taking it. */
const impure =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\bcrypto\.|\bglobalThis\b|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(|\bconsole\./

const files = readFiles('{src,tests,evals}/**/*.ts', 'web/*.ts', 'web/src/**/*.{ts,tsx}')

describe('the architecture', () => {
  test('all parts are looked at', () => {
    expect(new Set(inSource(files).map(({ path }) => partOf(path)))).toContain('services.ts')
    expect(files.some(({ path }) => path.startsWith('web/'))).toBe(true)
  })

  test('every part imports only what stands above it in the map', () => {
    expect(inSource(files).flatMap(importsAgainstMap)).toEqual([])
  })

  test('pure parts and the configuration import no package but zod', () => {
    expect(inSource(files).flatMap(importsOfPackages)).toEqual([])
  })

  test('pure parts have no clock, randomness, environment or output of their own', () => {
    expect(inSource(files).flatMap(impureLines)).toEqual([])
  })

  test('only the configuration reads the environment', () => {
    const others = inSource(files).filter(({ path }) => path !== 'src/config.ts')
    expect(others.flatMap((file) => linesWith(file, /\bprocess\.env\b/, 'reads the environment'))).toEqual([])
  })

  test('a module is entered through its index only', () => {
    expect(inSource(files).flatMap(importsPastIndex(files))).toEqual([])
  })

  test('only the entry points of server, command line and package build the services', () => {
    expect(inSource(files).flatMap(servicesOutsideMain)).toEqual([])
  })

  test('the page takes nothing but types from the server', () => {
    expect(files.filter(({ path }) => path.startsWith('web/')).flatMap(valuesFromServer)).toEqual([])
  })

  test('files stay under 200 lines', () => {
    const long = files.filter(({ text }) => text.trimEnd().split('\n').length >= 200)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test.each([
    ['src/policy/a.ts', "import { x } from '../retrieval/index.ts'", importsAgainstMap],
    ['src/server/a.ts', "import {\n  x,\n} from '../adapters/a.ts'", importsAgainstMap],
    ['src/cli/a.ts', "export * from '../server/index.ts'", importsAgainstMap],
    ['src/reading/a.ts', "const a = await import('node:fs')", importsOfPackages],
    ['src/answering/a.ts', 'const now = Date.now()', impureLines],
    ['src/server/a.ts', "import { x } from '../policy/figures.ts'", importsPastIndex(files)],
    ['src/server/a.ts', "import { openServices } from '../services.ts'", servicesOutsideMain],
    ['web/src/a.ts', "import { Answer } from '../../src/answering/index.ts'", valuesFromServer],
  ])('a breach in %s is found: %s', (path, text, find) => {
    expect(find({ path, text })).toHaveLength(1)
  })
})

function importsAgainstMap(file: SourceFile): string[] {
  const from = partOf(file.path)
  const allowed = mayImport[from]
  if (!allowed) return [`${file.path}: "${from}" is not in the map of STYLE`]
  return importsOf(file)
    .filter(({ target }) => target.startsWith('src/'))
    .filter(({ target }) => partOf(target) !== from && !allowed.includes(partOf(target)))
    .map(({ target, line }) => `${file.path}:${line}: ${from} may not import ${target}`)
}

function importsOfPackages(file: SourceFile): string[] {
  if (!onlyZod.includes(partOf(file.path))) return []
  return importsOf(file)
    .filter(({ target }) => !target.startsWith('src/') && target !== 'zod')
    .map(({ target, line }) => `${file.path}:${line}: imports ${target}; take it as a port`)
}

function impureLines(file: SourceFile): string[] {
  return purePart.includes(partOf(file.path)) ? linesWith(file, impure, 'is not pure; take it as a value') : []
}

function importsPastIndex(all: readonly SourceFile[]): (file: SourceFile) => string[] {
  const modules = all.flatMap(({ path }) => (path.endsWith('/index.ts') ? [`${dirname(path)}/`] : []))
  return (file) =>
    importsOf(file)
      .filter(({ target }) => !target.endsWith('/index.ts'))
      .filter(({ target }) => modules.some((folder) => target.startsWith(folder) && !file.path.startsWith(folder)))
      .map(({ target, line }) => `${file.path}:${line}: imports ${target} past its index.ts`)
}

/** Types may be named elsewhere: they are gone before anything runs. */
function servicesOutsideMain(file: SourceFile): string[] {
  if (/^src\/(?:(?:server|cli)\/main|langchain)\.ts$/.test(file.path)) return []
  return importsOf(file)
    .filter(({ target, isTypeOnly }) => target === 'src/services.ts' && !isTypeOnly)
    .map(({ line }) => `${file.path}:${line}: only an entry point may build the services`)
}

function valuesFromServer(file: SourceFile): string[] {
  return importsOf(file)
    .filter(({ target, isTypeOnly }) => target.startsWith('src/') && !isTypeOnly)
    .map(({ target, line }) => `${file.path}:${line}: takes more than types from ${target}`)
}

function linesWith({ path, text }: SourceFile, pattern: RegExp, problem: string): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      !/^\s*(?:\/\/|\/?\*)/.test(line) && pattern.test(line) ? [`${path}:${i + 1}: ${problem}`] : [],
    )
}

function inSource(all: readonly SourceFile[]): SourceFile[] {
  return all.filter(({ path }) => path.startsWith('src/'))
}

/** `src/policy/dates.ts` → `policy`, `src/config.ts` → `config.ts` */
function partOf(path: string): string {
  return path.split('/')[1] ?? path
}

const statement =
  /^(?:import|export)\s+(?<type>type\b)?[\w\s{},*]*?\bfrom\s+'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|\bimport\('(?<late>[^']+)'\)/gm

function importsOf({ path, text }: SourceFile): Import[] {
  return [...text.matchAll(statement)].map(({ groups = {}, index }) => ({
    target: targetOf(path, groups.from ?? groups.bare ?? groups.late ?? ''),
    isTypeOnly: groups.type !== undefined,
    line: text.slice(0, index).split('\n').length,
  }))
}

function targetOf(path: string, specifier: string): string {
  return specifier.startsWith('.') ? join(dirname(path), specifier).split(sep).join('/') : specifier
}

function readFiles(...patterns: string[]): SourceFile[] {
  const root = resolve(import.meta.dirname, '..')
  return globSync(patterns, { cwd: root })
    .toSorted()
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }))
}
