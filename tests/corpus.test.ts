import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../src/adapters/corpus-files.ts'
import { formatProblem } from '../src/policy/index.ts'

const shared = resolve(import.meta.dirname, '../../shared')
const { policies, problems } = await readCorpus('corpus')
const clauses = policies.flatMap((policy) => policy.clauses.map((clause) => ({ ...clause, id: policy.id })))
const records = new Set(policies.flatMap((policy) => policy.records))
const clausesWith = (isFaulty: (text: string) => boolean) =>
  clauses.filter(({ text }) => isFaulty(text)).map(({ id, anchor, text }) => `${id}#${anchor}: ${text.slice(-60)}`)

describe('the corpus', () => {
  test('has no problem', () => {
    expect(problems.map(formatProblem)).toEqual([])
    expect(policies.length).toBeGreaterThanOrEqual(100)
  })

  test.each([
    ['nation', Array.from({ length: 51 }, (_, index) => `N${String(index + 1).padStart(2, '0')}`)],
    ['loans', Array.from({ length: 7 }, (_, index) => `LN-0${index + 1}`)],
    ['district', Array.from({ length: 17 }, (_, index) => `CN-${String(index).padStart(2, '0')}`)],
    ['city', Array.from({ length: 12 }, (_, index) => `SH-${String(index + 1).padStart(2, '0')}`)],
    ['nation, as asked in the district', ['GJ-01', 'GJ-02', 'GJ-03']],
  ])('rests on every record of the %s', (_, ids) => {
    expect(ids.filter((id) => ![...records].some((record) => record.replace(/[a-z]$/, '') === id))).toEqual([])
  })

  test('links to pages of the government only', () => {
    const links = policies.flatMap(({ id, sources }) =>
      sources.flatMap(({ url }) => (url ? [{ id, url: new URL(url) }] : [])),
    )
    const others = links.filter(({ url }) => !/^https?:$/.test(url.protocol) || !url.hostname.endsWith('.gov.cn'))
    expect(others.map(({ id, url }) => `${id}: ${url}`)).toEqual([])
  })

  test('speaks in whole sentences, lists or tables', () => {
    expect(clausesWith((text) => !/[。！？…」）]$/.test(text) && !/\n(?:\||- )[^\n]*$/.test(text))).toEqual([])
  })

  test('has no half-width punctuation between Chinese characters', () => {
    expect(clausesWith((text) => /\p{Script=Han}[,.;:?!]\p{Script=Han}/u.test(text))).toEqual([])
  })

  test('has no clause too long to be read as one provision', () => {
    expect(clausesWith((text) => text.length > 600 && !text.includes('\n|'))).toEqual([])
  })

  test('holds nothing that a page or a model could take for more than text', () => {
    expect(clausesWith((text) => /[<>]|https?:|\p{Control}(?<!\n)|\u200b/u.test(text))).toEqual([])
  })

  test('gives a superseded policy a successor that is in force after it', () => {
    const byId = new Map(policies.map((policy) => [policy.id, policy]))
    const early = policies.filter((policy) => {
      const from = byId.get(policy.supersededBy ?? '')?.effectiveFrom
      return policy.effectiveFrom && from && from <= policy.effectiveFrom
    })
    expect(early.map(({ id }) => id)).toEqual([])
  })
})

describe.skipIf(!existsSync(`${shared}/facts`))('beside the facts it was written from, the corpus', () => {
  const readFacts = () =>
    ['national.md', 'changning-shanghai.md'].map((name) => readFileSync(`${shared}/facts/${name}`, 'utf8')).join('\n')

  test('leaves no record out and names none that does not exist', () => {
    const headings = readFacts().matchAll(/^#{2,3} ((?:CN|LN|SH|GJ)-\d\d[a-z]?|N\d\d)(?= )/gm)
    const known = [...headings].map(([, id = '']) => id)
    const isCovered = (id: string) =>
      records.has(id) || known.some((part) => part !== id && part.startsWith(id) && records.has(part))
    expect(known.filter((id) => !isCovered(id))).toEqual([])
    expect([...records].filter((id) => !known.includes(id))).toEqual([])
  })

  test('links only to addresses that the facts give', () => {
    const urls = policies.flatMap(({ sources }) => sources.flatMap(({ url }) => url ?? []))
    const facts = readFacts()
    expect(urls.filter((url) => !facts.includes(url))).toEqual([])
  })

  test('states no figure that the facts do not', async () => {
    const checked = promisify(execFile)(process.execPath, [`${shared}/tools/check-figures.mjs`, 'corpus/policies'])
    expect((await checked).stdout).toContain('every figure is supported')
  }, 30_000)
})
