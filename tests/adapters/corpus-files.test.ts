import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { CorpusError, loadLexicon, loadPolicies, readCorpus } from '../../src/adapters/corpus-files.ts'
import { sampleProse } from '../policy/sample-policy.ts'
import { samplePath, sampleText, writeCorpus } from './sample-corpus.ts'

async function problemsOf(content: string | Uint8Array): Promise<string[]> {
  const { problems } = await readCorpus(await writeCorpus({ [samplePath]: content }))
  return problems.map(({ line, message }) => `${line}: ${message}`)
}

describe('a policy file', () => {
  test('without a fault is read whole', async () => {
    const [policy] = await loadPolicies(await writeCorpus({ [samplePath]: sampleText() }))
    expect(policy).toMatchObject({ id: 'sample-loan', title: '示范贷', level: 'district' })
    expect(policy?.clauses.map(({ anchor }) => anchor)).toEqual(['what', 'who', 'amount', 'how', 'contact'])
    expect(policy?.clauses[0]?.line).toBe(34)
  })

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('may have %s', async (_, change) => {
    expect(await problemsOf(change(sampleText()))).toEqual([])
  })

  test.each<[string, string | Uint8Array, string | RegExp]>([
    ['no front matter', sampleProse, /^1: front matter between two "---" lines is missing/],
    ['front matter that does not end', sampleText().replace('\n---\n#', '\n#'), /^1: front matter .* is missing/],
    ['an empty file', '', /^1: front matter .* is missing/],
    ['another encoding', iconv.encode(sampleText(), 'gb18030'), /^3: is not UTF-8 here/],
    ['an open bracket', sampleText(['aliases: []', 'aliases: [甲']), /^\d+: /],
    ['a key twice', sampleText(['aliases: []', 'title: 又一个']), /^5: Map keys must be unique/],
    ['a name that YAML takes for a reference', sampleText(['title: 示范贷', 'title: *示范贷']), /^\d+: .*示范贷/],
    ['a list for front matter', `---\n- 甲\n---\n${sampleProse}`, /^1: front matter: Invalid input/],
    ['an unknown key', sampleText(['kind: loan', 'kind: loan\ncolour: red']), '9: colour: this key is unknown'],
    [
      'an unknown key deeper down',
      sampleText(['phone: null', 'phone: null, fax: 1']),
      '25: contact.fax: this key is unknown',
    ],
    ['an unknown level', sampleText(['level: district', 'level: street']), /^7: level: /],
    ['a wrong type', sampleText(['aliases: []', 'aliases: 甲']), /^5: aliases: /],
    [
      'a date that does not exist',
      sampleText(['effectiveFrom: null', 'effectiveFrom: 2026-02-30']),
      /^15: effectiveFrom: /,
    ],
    ['no address', sampleText(['url: null', 'url: 官网']), /^27: sources\.0\.url: /],
    ['a missing key', sampleText(['titleEn: Sample loan\n', '']), /^1: titleEn: /],
    ['an id that is no file name', sampleText(['id: sample-loan', 'id: Sample Loan']), /^2: id: must be kebab-case/],
  ])('with %s is reported where it stands', async (_, content, expected) => {
    const problems = await problemsOf(content)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(expected)
  })

  test('has all its problems reported at once, in order', async () => {
    const prose = sampleProse.replace('## 给什么', '## 给多少').replace('{#contact}', '{contact}')
    const content = sampleText(['level: district', 'level: street\ncolour: red'], prose)
    const lines = (await problemsOf(content)).map((problem) => problem.split(':')[0])
    expect(lines).toEqual(['7', '8', '41', '51'])
  })
})

describe('a corpus', () => {
  const twin = sampleText(['title: 示范贷', 'title: 示范贷二'], sampleProse.replace('# 示范贷', '# 示范贷二'))

  test('with two policies of one id names the second', async () => {
    const folder = await writeCorpus({ [samplePath]: sampleText(), 'policies/changning/twin.md': twin })
    const { problems } = await readCorpus(folder)
    expect(problems.map(({ file, line, message }) => [relative(folder, file), line, message])).toEqual([
      ['policies/changning/twin.md', 2, 'this policy belongs in changning/sample-loan.md'],
      ['policies/changning/twin.md', 2, 'id "sample-loan" is used twice'],
    ])
  })

  test('with a faulty file is not loaded, and the error lists every problem of every file', async () => {
    const folder = await writeCorpus({
      [samplePath]: sampleText(['kind: loan', 'kind: gift']),
      'policies/national/other.md': '没有开头。',
    })
    const error = await loadPolicies(folder).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CorpusError)
    expect(String(error)).toMatch(/2 problem\(s\):\n.*sample-loan\.md:8: kind: .*\n.*other\.md:1: front matter/)
  })

  test.each([[{}], [{ 'policies/readme.txt': '甲' }]])('without policies is no corpus: %j', async (files) => {
    await expect(loadPolicies(await writeCorpus(files))).rejects.toThrow(/policies:1: holds no policy file/)
  })
})

describe('the everyday words', () => {
  test.each([
    ['are missing', {}, /lexicon\.yaml:1: cannot be read/],
    ['are no YAML', { 'lexicon.yaml': 'topics: [甲\nstopWords: 乙' }, /lexicon\.yaml:\d: /],
    [
      'have an unknown key',
      { 'lexicon.yaml': 'topics: {}\ncolours: [red]\n' },
      /lexicon\.yaml:2: colours: this key is unknown/,
    ],
    ['lack a part', { 'lexicon.yaml': 'topics: {}\n' }, /lexicon\.yaml:1: stopWords: /],
  ])('that %s are refused with file and line', async (_, files, expected) => {
    await expect(loadLexicon(await writeCorpus(files))).rejects.toThrow(expected)
  })

  test('of the real corpus are read', async () => {
    expect(await readFile('corpus/lexicon.yaml', 'utf8')).toContain('topics:')
    expect((await loadLexicon('corpus')).topics.amount).toContain('多少钱')
  })
})
