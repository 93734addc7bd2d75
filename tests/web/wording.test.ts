import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test.each(['', 'threads.'])('both languages of the page say the same things, with the same gaps (%s)', (file) => {
  expect(gapsByPath(read(`${file}en`))).toEqual(gapsByPath(read(`${file}zh-CN`)))
})

function read(locale: string): unknown {
  return JSON.parse(readFileSync(`web/src/wording/${locale}.json`, 'utf8'))
}

function gapsByPath(value: unknown, path = ''): Record<string, string[]> {
  if (typeof value === 'string') return { [path]: [...value.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort() }
  const entries = Object.entries(value ?? {}).map(([key, child]) => gapsByPath(child, `${path}/${key}`))
  return Object.assign({}, ...entries)
}
