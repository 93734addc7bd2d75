import type { Answer } from '../../src/answering/index.ts'
import { figuresWithoutQuote } from './text-figures.ts'

/**
 * What is wrong with the sentences that a language model worded, as far as code can tell that shares nothing with the
 * checks of the product: a figure, bound, title, address, denial, promise or advice that no cited quote has.
 */
export function wordedProblems(answer: Answer): string[] {
  const byId = new Map(answer.citations.map((citation) => [citation.id, citation]))
  return answer.sentences
    .filter(({ support }) => support !== undefined)
    .flatMap(({ text, citations }) => {
      const cited = citations.flatMap((id) => byId.get(id) ?? [])
      const names = cited.flatMap(({ title, documentNumber }) => [title, documentNumber ?? ''])
      const quotes = cited.map(({ quote }) => quote)
      const faults = faultsOf(text, quotes, names)
      return faults.length === 0 ? [] : [`${faults.join('、')}: ${text.slice(0, 80)}`]
    })
}

const claims =
  /保证|一定|肯定|绝对|必然|包过|稳过|百分百|没有任何|全额|熟人|疏通|代办|建议选择|推荐|更快|致电|您的企业|贵公司|系统提示|已获批/g
const names = /《[^》]+》|[A-Za-z][\w.:/-]+|\d{3,4}-\d{7,8}|[\u4e00-\u9fff]{2}银行/g
const boundWords = /不超过|不低于|不少于|不高于|最高|最低|至少|以上|以下|以内/g
const denials = /不得|不能|不予|不可|不再|不享受|不适用|不属于|无法|未经/g
/** So much of a sentence at least stands in the quotes, pair of characters by pair. */
const leastShare = 0.6

/** What code says of the day, and no quote. */
const ofTheDay = /^(?:[^，「]*，)?「[^」]+」(?:正在进行|已经结束|还没有开始)。$/

function faultsOf(text: string, quotes: readonly string[], titles: readonly string[]): string[] {
  const source = [...quotes, ...titles].join('\n')
  const missing = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([word]) => word).filter((word) => !source.includes(word))
  const pairs = [...text]
    .slice(1)
    .map((_, at) => text.slice(at, at + 2))
    .filter((pair) => /^[\u4e00-\u9fff]{2}$/.test(pair))
  const share = pairs.filter((pair) => source.includes(pair)).length / Math.max(1, pairs.length)
  return [
    ...figuresWithoutQuote(text, quotes, titles).map((figure) => `figure ${figure}`),
    ...missing(claims).map((word) => `claim ${word}`),
    ...missing(names).map((word) => `name ${word}`),
    ...missing(boundWords)
      .filter((word) => !isSameBound(word, source))
      .map((word) => `bound ${word}`),
    ...missing(denials).map((word) => `denial ${word}`),
    ...(share < leastShare && !ofTheDay.test(text) ? [`only ${Math.round(share * 100)}% quoted`] : []),
  ]
}

const sameBounds = [/不超过|不高于|最高|最多|最长|上限|以内|以下|封顶/, /不低于|不少于|最低|至少|以上|满|达到/]

function isSameBound(word: string, source: string): boolean {
  return sameBounds.some((bound) => bound.test(word) && bound.test(source))
}
