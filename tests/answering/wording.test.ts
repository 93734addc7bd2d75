import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import english from '../../src/answering/wording/en.json' with { type: 'json' }
import chinese from '../../src/answering/wording/zh-CN.json' with { type: 'json' }
import { say, sayDate } from '../../src/answering/wording.ts'
import { isApplicable, Level, requiredTopics, Standing, topicOfHeading } from '../../src/policy/index.ts'
import { Lexicon } from '../../src/reading/index.ts'

const wordings: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['zh-CN', chinese],
  ['en', english],
]
const source = globSync('src/answering/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

const unsafe = Object.keys(Lexicon.shape.unsafe.shape)
const smallTalk = Object.keys(Lexicon.shape.smallTalk.shape)
const special = Standing.options.filter((standing) => !isApplicable(standing))
/** What can stand in each gap of the codes that are put together. */
const problemKinds = ['impossible', 'no-unit', 'contradiction', 'ambiguous']

const families: Readonly<Record<string, readonly string[]>> = {
  'notice.${plan.reason}': [...unsafe, 'other-region', 'private-matter'],
  'notice.${plan.subject}': smallTalk,
  'notice.${standing}': Standing.options.filter((standing) => standing !== 'in-force' && standing !== 'superseded'),
  'notice.list-${plan.standing}': ['ended', 'draft'],
  'label.${standing}': special,
  'window.${state}': ['open', 'upcoming', 'closed'],
  'topic.${topic}': Object.values(topicOfHeading),
  'level.${policy.level}': Level.options,
  'notice.${kind}': problemKinds,
  'notice.growth-${state}': ['held', 'reachable', 'open', 'blocked'],
  'notice.${problem.kind}': problemKinds,
  'outcome.${outcome}': ['met', 'unmet', 'unknown'],
  'verdict.${assessment.verdict}': ['eligible', 'undetermined', 'ineligible'],
  'verdicts.${verdict}': ['eligible', 'undetermined', 'ineligible'],
  'standing.${status}': Standing.options,
  'export.${name}': ['published', 'from', 'until'],
  'suggest.${topic}': requiredTopics.filter((topic) => topic !== 'validity'),
}

const literals = [
  ...source.matchAll(
    /'((?:notice|suggest|label|window|topic|level|verdict|verdicts|outcome|why|export|standing)\.[a-z-]+|clause|separator)'/g,
  ),
]
const gaps = [
  ...source.matchAll(
    /`((?:notice|suggest|label|window|topic|level|verdict|verdicts|outcome|why|export|standing)\.[^`]*\$\{[^`]*)`/g,
  ),
]
const codes = [
  ...literals.map(([, code = '']) => code),
  ...gaps.flatMap(([, code = '']) => (families[code] ?? []).map((value) => code.replace(/\$\{.*\}/, value))),
]

describe('the wording of answers', () => {
  test('has no family of codes that this test does not know', () => {
    expect(gaps.map(([, code = '']) => code).filter((code) => !(code in families))).toEqual([])
    expect(codes.length).toBeGreaterThan(50)
  })

  test.each(wordings)('exists in %s for every code that can be said', (_, templates) => {
    expect(codes.filter((code) => !templates[code])).toEqual([])
  })

  test('says the same with the same gaps in both languages', () => {
    const gapsOf = (templates: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(templates).map(([code, text]) => [code, placeholders(text)]))
    expect(gapsOf(english)).toEqual(gapsOf(chinese))
  })

  test('is written in its own language', () => {
    expect(Object.entries(english).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
    const templates = Object.entries(chinese).map(([code, text]) => [code, text.replace(/\{\w+\}/g, '')] as const)
    const words = templates.filter(([, text]) => /\p{Letter}/u.test(text))
    expect(words.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([])
  })

  test('that is missing, or lacks a value, is a fault that names itself', () => {
    expect(() => say('en', 'notice.nothing')).toThrow('notice.nothing')
    expect(() => say('zh-CN', 'notice.draft')).toThrow('title')
  })

  test('writes days as people do', () => {
    expect([sayDate('zh-CN', '2026-01-05'), sayDate('en', '2026-01-05')]).toEqual(['2026年1月5日', '5 January 2026'])
  })
})

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort()
}
