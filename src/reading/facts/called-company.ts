import { cuesIn, type Message, type Span } from './message.ts'
import type { ReadingWords } from './reading-words.ts'
import type { Scope } from './scope.ts'

export type CompanyWords = Pick<ReadingWords, 'companySigns' | 'trades'>

/** Shop owners say 公司 as well, so the word tells the legal form only where it is what is said: 是公司, 公司、长宁、3人. */
export function isOnlyCalledCompany(message: Message, scope: Scope, name: Span, words: CompanyWords): boolean {
  const { text, asked } = message
  if (!/^(?:公司|company)$/.test(text.slice(name.start, name.end)) || asked.includes('entityType')) return false
  const clause = scope.clauseOf(name)
  const [lead, rest] = [text.slice(clause.start, name.start), text.slice(name.end)]
  const isSigned = words.companySigns.some((sign) => text.slice(0, name.end).endsWith(sign)) && !ofCompany.test(rest)
  return !(
    isSigned ||
    isItem(message, name) ||
    contrast.test(rest) ||
    (ofKind.test(rest) && /(?:^|是|属于|为)$/.test(lead)) ||
    isTrade(message, scope, name, words.trades)
  )
}

/** 我们是公司的财务. */
const ofCompany = /^(?:的\p{Script=Han}|里|内|自己|老板|会计|财务)/u
/** 公司，不是个体户. */
const contrast = /^[，,]?(?:而|并)?(?:不是|非)(?:个体|合伙|个独|个人独资|民非|合作社)/
const ofKind = /^(?:性质|类型|形式|制)[的吧啊呢]*(?=$|[，。,；;])/
const itemStart = /(?:^|[，、,；;。/+|：:])\s*$/
const itemEnd = /^[的吧啊呢]*\s*(?=$|[，、,；;。/+|！!])/

/** An item of a list of facts: 公司，长宁，42人. */
function isItem({ text, labels, quantities }: Message, { start, end }: Span): boolean {
  const tellsMore = quantities.length > 0 || labels.some((one) => one.start !== start)
  return tellsMore && itemStart.test(text.slice(0, start)) && itemEnd.test(text.slice(end))
}

const ofOthers = /(?:找|被|请|让|通过|跟|和|向|对|去|从|在|于|委托|合作|一些|很多|有些|哪些|什么|其他|别的)[^，]{0,8}$/
const notItself = /^(?:贷|政策|补贴|补助|那边|那里|说|给|让|帮|介绍|推荐|上班|打工|合作)/

/** 文化传播公司: a trade before the word, as in the name of a firm. */
function isTrade(message: Message, scope: Scope, { start, end }: Span, trades: readonly string[]): boolean {
  const { text } = message
  const clause = scope.clauseOf({ start, end })
  const trade = trades.find((word) => text.slice(clause.start, start).endsWith(word))
  if (!trade || notItself.test(text.slice(end))) return false
  const lead = text.slice(clause.start, start - trade.length)
  const isOfParty = cuesIn(message, { start: clause.start, end: start }, 'parties').length > 0
  return !isOfParty && (/的$/.test(lead) || !ofOthers.test(lead))
}
