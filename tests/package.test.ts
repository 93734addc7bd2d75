import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const Package = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})
const { scripts, dependencies, devDependencies } = Package.parse(JSON.parse(read('package.json')))
const readme = read('README.md')
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })]

describe('the package', () => {
  test('every version is exact', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  test('the lockfile names no download host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/)
  })

  test('scripts run on the Node that the package brings', () => {
    const version = execFileSync(join(root, 'node_modules/.bin/node'), ['--version'], { encoding: 'utf8' })
    expect(version.trim()).toBe(`v${dependencies.node}`)
  })

  test('every file that a script starts is there', () => {
    const started = Object.values(scripts).flatMap((script) => [...script.matchAll(/\bnode (\S+\.ts)/g)])
    expect(started.map(([, file = '']) => file).filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('.ci/run can be executed', () => {
    expect(() => accessSync(join(root, '.ci/run'), constants.X_OK)).not.toThrow()
  })
})

describe('the documents', () => {
  test('the README explains every setting and no other', () => {
    const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): (?!['`])/gm)].map(([, name]) => name)
    const explained = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
    expect(settings).not.toEqual([])
    expect(explained).toEqual(settings)
  })

  test('every npm script that a document names exists', () => {
    const named = pages.flatMap((page) => [...read(page).matchAll(/\bnpm run (?:--silent )?([a-z:]+)/g)])
    const names = new Set(named.map(([, name = '']) => name))
    expect([...names].filter((name) => !(name in scripts))).toEqual([])
  })

  test('every link inside the project leads somewhere', () => {
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => ({ page, link })),
    )
    expect(links.filter(({ page, link }) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })

  test('every source file that the README names exists', () => {
    const named = [...readme.matchAll(/`((?:[\w-]+\/)+[\w-]+\.(?:ts|yaml|md|json))`/g)].map(([, path = '']) => path)
    const places = ['', 'src', 'src/answering']
    expect(named.filter((path) => !places.some((place) => existsSync(join(root, place, path))))).toEqual([])
  })

  test('a decision is a dated page of at most 40 lines', () => {
    const decisions = globSync('docs/decisions/*.md', { cwd: root }).map((path) => ({ path, text: read(path) }))
    expect(decisions).not.toEqual([])
    const isPage = (text: string) => /^# .+\n\n\d{4}-\d\d-\d\d\n/.test(text) && text.trimEnd().split('\n').length <= 40
    expect(decisions.filter(({ text }) => !isPage(text)).map(({ path }) => path)).toEqual([])
  })
})
