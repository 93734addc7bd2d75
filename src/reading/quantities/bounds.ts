import type { Amount } from './amounts.ts'
import { matchAt } from './numeral-pieces.ts'
import { type Interval, isExact } from './quantity.ts'

/** What the words around a number make of it. */
type Bound = 'over' | 'at-least' | 'under' | 'at-most' | 'about' | 'nearly' | 'just-over'

const before: readonly (readonly [words: string, bound: Bound])[] = [
  ['不(?:低于|少于|小于|下)|大于(?:或)?等于|至少|最少|起码|>=|≥|(?:已经?|年)满|(?<![圆充不未刚])满', 'at-least'],
  ['超过|大于|高于|多于|突破|不止|远?超|逾|[>＞]', 'over'],
  ['不(?:超过?(?!标)|高于|多于|大于)|(?:没有?|未)超过|小于(?:或)?等于|至多|最多|顶多|<=|≤', 'at-most'],
  ['不到|不足|[未不]满|低于|少于|小于|不及|未达到?|没有?到|没有?达到|[<＜]', 'under'],
  ['(?:大)?概|(?<![合节履签预违条制公契大])约(?!定)|大约|差不多|大致|估计|粗略', 'about'],
  ['将近|接近于?|快到|(?<![尽加更较最很赶])快|(?<![最附靠将接])近|(?<![大中])小', 'nearly'],
  ['刚刚?[满过]', 'just-over'],
]
/** 上百 and 过亿: words that bound only numbers without a digit of their own. */
const beforeUnit: readonly (readonly [string, Bound])[] = [
  ['(?<![以之])上', 'at-least'],
  ['[过破]', 'over'],
]
const after: readonly (readonly [words: string, bound: Bound])[] = [
  ['以上|往上|朝上|打底|起步|起(?![诉草来点源到码重因初飞算家征])|\\+', 'at-least'],
  ['之上|开外|不止', 'over'],
  // 以下 holds its bound (民法典 1259); where 划型 sets size classes it does not, which only their reader can know
  ['以下|以内|之内|封顶', 'at-most'],
  ['之下|(?:还|都)?不到(?![\\d一二两三四五六七八九十百千万亿几半])', 'under'],
  ['左右|上下(?![游班级文])|前后|的样子', 'about'],
  ['出头|冒头|挂零|多一?点', 'just-over'],
]
const filler = '(?:了|是|有|为|在|达到|达|也就|就|也|只有|只)*'
const inclusion = '(?:\\((不?)含[^()]{0,8}\\))?'
const compared = /比$/
const comparison = /([大高多长])(?:一些|一点|些|点)?|[小低少短](?:一些|一点|些|点)?/y
const inside = /内(?![容部蒙资销外地控存审训功科])/y
const from = /(?:从|介于|位于)$/

const beforePattern = patternOf(before)
const beforeUnitPattern = patternOf([...before, ...beforeUnit])
const afterPattern = new RegExp(`${inclusion}[及或]?(?:${groupsOf(after)})${inclusion}`, 'y')

/** The amount with the words around it read; none of them stands before `free`. */
export function withBounds(text: string, amount: Amount, free: number, isRange: boolean): Amount | null {
  const lead = leadOf(text, amount, free)
  const tail = tailOf(text, amount)
  const bounds = [...lead.bounds, ...tail.bounds]
  if (amount.isWeak || (amount.isUnitLed && bounds.length === 0)) return null
  const start = isRange ? lead.start - (from.exec(text.slice(free, lead.start))?.[0].length ?? 0) : lead.start
  const limits = bounds.filter((bound) => bound !== 'about')
  const limited = limits.reduce(limit, amount.interval)
  const isAbout = bounds.some((bound) => bound === 'about' || bound === 'nearly' || bound === 'just-over')
  const interval = bounds.includes('about') ? around(limited) : limited
  return { ...amount, start, end: tail.end, interval, isApproximate: amount.isApproximate || isAbout }
}

function leadOf(text: string, amount: Amount, free: number): { start: number; bounds: readonly Bound[] } {
  const bounds: Bound[] = []
  let start = amount.start
  const unitLed = /[百千万亿半]/.test(text[amount.start] ?? '')
  for (;;) {
    const lead = text.slice(Math.max(free, start - 10), start)
    const match = (unitLed ? beforeUnitPattern : beforePattern).exec(lead)
    const bound = match && boundOf(match, unitLed ? [...before, ...beforeUnit] : before)
    // 近三年 is a period to look back on, not nearly three years
    if (!match || !bound || (amount.kind === 'duration' && match[0] === '近')) break
    if (match[0] === '小' && !/[一二两]/.test(text[start] ?? '')) break
    if (/满/.test(match[0]) && amount.kind !== 'duration' && amount.kind !== 'age' && bound !== 'under') break
    bounds.push(bound)
    start -= match[0].length
  }
  const [than] = compared.exec(text.slice(free, start)) ?? []
  const more = than && matchAt(comparison, text, amount.end)
  return more ? { start: start - 1, bounds: [more[1] ? 'over' : 'under'] } : { start, bounds }
}

function tailOf(text: string, amount: Amount): { end: number; bounds: readonly Bound[] } {
  const bounds: Bound[] = []
  let end = amount.end
  for (let match = matchAt(afterPattern, text, end); match; match = matchAt(afterPattern, text, end)) {
    const bound = boundOf(match.slice(1), after)
    const isExcluded = match[1] === '不' || match.at(-1) === '不'
    if (bound) bounds.push(isExcluded ? strict(bound) : bound)
    end += match[0].length
  }
  if (amount.kind === 'duration' && matchAt(inside, text, end)) return { end: end + 1, bounds: [...bounds, 'at-most'] }
  const isCompared = text[amount.start - 1] === '比' ? matchAt(comparison, text, end) : null
  return { end: end + (isCompared?.[0].length ?? 0), bounds }
}

function strict(bound: Bound): Bound {
  return bound === 'at-least' ? 'over' : bound === 'at-most' ? 'under' : bound
}

/** The interval with one end let go; 不到 and 以上 around one number contradict, and the first stands. */
function limit(interval: Interval, bound: Bound): Interval {
  switch (bound) {
    case 'over':
    case 'at-least':
      if (interval.low === null) return interval
      return { ...interval, lowOpen: bound === 'over' || interval.lowOpen, high: null, highOpen: false }
    case 'under':
    case 'at-most':
      if (interval.high === null) return interval
      return { ...interval, highOpen: bound === 'under' || interval.highOpen, low: null, lowOpen: false }
    case 'nearly':
      return isExact(interval) ? { ...share(interval, 0.9, 1), lowOpen: false, highOpen: true } : interval
    case 'just-over':
      return isExact(interval) ? { ...share(interval, 1, 1.1), lowOpen: true, highOpen: false } : interval
    case 'about':
      return interval
  }
}

/** 约 and 左右 mean up to a tenth less or more. */
function around(interval: Interval): Interval {
  return isExact(interval) ? { ...interval, ...share(interval, 0.9, 1.1) } : interval
}

function share({ low }: Interval, least: number, most: number): { low: number; high: number } {
  const ends = [least, most].map((part) => Number(((low ?? 0) * part).toPrecision(12)))
  return { low: Math.min(...ends), high: Math.max(...ends) }
}

function patternOf(table: readonly (readonly [string, Bound])[]): RegExp {
  return new RegExp(`(?:${groupsOf(table)})${filler}$`)
}

function groupsOf(table: readonly (readonly [string, Bound])[]): string {
  return table.map(([words]) => `(${words})`).join('|')
}

/** The bound whose group took part in a match; inclusion marks stand around the groups of `after`. */
function boundOf(groups: readonly (string | undefined)[], table: readonly (readonly [string, Bound])[]): Bound | null {
  const place = groups.slice(1).findIndex((group) => group !== undefined && group !== '' && group !== '不')
  return table[place]?.[1] ?? null
}
