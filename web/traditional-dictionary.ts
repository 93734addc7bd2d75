import { globSync, readFileSync } from 'node:fs'
import { Converter } from 'opencc-js/cn2t'
import { CustomConverter } from 'opencc-js/core'
import { configs } from 'opencc-js/preset/cn2t'
import type { Plugin } from 'vite'

type Entry = readonly [simplified: string, traditional: string]

const moduleName = 'virtual:traditional-dictionary'
const textFiles = ['../corpus/**/*.{md,yaml}', 'src/wording/zh-CN.json']

/** Makes `virtual:traditional-dictionary`, a fifth of what the package would load. */
export function traditionalDictionary(): Plugin {
  const code = () =>
    `export default ${JSON.stringify(
      smallDictionary()
        .map((entry) => entry.join(' '))
        .join('|'),
    )}`
  return {
    name: 'traditional-dictionary',
    resolveId: (id) => (id === moduleName ? id : null),
    load: (id) => (id === moduleName ? code() : null),
  }
}

/** The characters, those phrases alone that characters and shorter phrases would write wrongly, and their guards. */
export function smallDictionary(): Entry[] {
  const convert = Converter({ from: 'cn', to: 'tw' })
  const entries = sourceWords().map((word): Entry => [word, convert(word)])
  const kept = entries.filter(([word]) => lengthOf(word) === 1)
  const longest = Math.max(...entries.map(([word]) => lengthOf(word)))
  for (let length = 2; length <= longest; length += 1)
    kept.push(
      ...missedBy(
        kept,
        entries.filter(([word]) => lengthOf(word) === length),
      ),
    )
  // A phrase that was added may spoil a longer one which had been right without it.
  for (let missed = missedBy(kept, entries); missed.length > 0; missed = missedBy(kept, entries)) kept.push(...missed)
  return [...kept, ...guardsOf(kept, entries)]
}

/** Words of the policies that end where a kept phrase could begin: 没有 keeps 没有核实 from being read as 有核. */
function guardsOf(kept: readonly Entry[], entries: readonly Entry[]): Entry[] {
  const words = new Set(kept.map(([word]) => word))
  const beginnings = new Set([...words].flatMap((word) => partsOf(word).map(([head]) => head)))
  const texts = globSync(textFiles, { cwd: import.meta.dirname }).map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  )
  const pairs = new Set(texts.flatMap(pairsOf))
  const isUsed = (word: string) => pairsOf(word).every((pair) => pairs.has(pair))
  return entries.filter(
    ([word]) => !words.has(word) && isUsed(word) && partsOf(word).some(([, tail]) => beginnings.has(tail)),
  )
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2))
}

/** Every way to cut a word in two. */
function partsOf(word: string): [head: string, tail: string][] {
  return Array.from({ length: word.length - 1 }, (_, index) => [word.slice(0, index + 1), word.slice(index + 1)])
}

function missedBy(kept: readonly Entry[], entries: readonly Entry[]): Entry[] {
  const convert = CustomConverter(kept)
  return entries.filter(([word, traditional]) => convert(word) !== traditional)
}

function sourceWords(): string[] {
  const dictionaries = configs.s2tw?.conversionChain.flat() ?? []
  const words = dictionaries.flatMap((dictionary: unknown) =>
    typeof dictionary === 'string' ? dictionary.split('|').map((line) => line.split(' ')[0] ?? '') : [],
  )
  return [...new Set(words)]
}

function lengthOf(word: string): number {
  return [...word].length
}
