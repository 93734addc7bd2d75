import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test.each(globSync('web/src/wording/**/*zh-CN.json'))('both languages say the same, with the same gaps: %s', (path) => {
  const english = read(path.replace('zh-CN.json', 'en.json'))
  expect(gapsByPath(english)).toEqual(gapsByPath(read(path)))
})

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function gapsByPath(value: unknown, path = ''): Record<string, string[]> {
  if (typeof value === 'string') return { [path]: [...value.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort() }
  const entries = Object.entries(value ?? {}).map(([key, child]) => gapsByPath(child, `${path}/${key}`))
  return Object.assign({}, ...entries)
}
