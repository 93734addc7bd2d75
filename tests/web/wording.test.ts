import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test.each(['', 'firm/', 'matches/'])('both languages of %s say the same things, with the same gaps', (folder) => {
  expect(gapsByPath(read(folder, 'en'))).toEqual(gapsByPath(read(folder, 'zh-CN')))
})

function read(folder: string, locale: string): unknown {
  return JSON.parse(readFileSync(`web/src/wording/${folder}${locale}.json`, 'utf8'))
}

function gapsByPath(value: unknown, path = ''): Record<string, string[]> {
  if (typeof value === 'string') return { [path]: [...value.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort() }
  const entries = Object.entries(value ?? {}).map(([key, child]) => gapsByPath(child, `${path}/${key}`))
  return Object.assign({}, ...entries)
}
