import { figurePlaces, normaliseDigits } from './figures.ts'

/** Which side of a figure a clause means: 50万元 is not 最高50万元, and 不超过 is not 低于. */
export type FigureBound = 'exact' | 'at-most' | 'below' | 'at-least' | 'above' | 'from' | 'until'

/** A figure as a clause uses it. */
export interface FigureUse {
  /** As `figuresIn` gives it; of a date only month and day. */
  readonly figure: string
  readonly bound: FigureBound
  /** The words of its clause around it, without other figures. */
  readonly context: string
}

const boundWords: readonly (readonly [FigureBound, string])[] = [
  ['at-most', '不超过|未超过|没有超过|不高于|不多于|不大于|最高|最多|至多|上限|封顶'],
  ['at-least', '不低于|不少于|不小于|至少|最低|达到|(?<![不未])满'],
  ['below', '(?<!不)低于|不足|不满|未满|不到|(?<!不)少于|(?<!不)小于'],
  ['above', '(?<!不|未|没有)超过|(?<!不)高于|(?<!不)多于|(?<!不)大于'],
]
const before = boundWords.map(([bound, words]) => [bound, new RegExp(`(?:${words})(?![\\s\\S]*(?:${words}))`)] as const)
const after: readonly (readonly [FigureBound, RegExp])[] = [
  ['at-most', /^(?:（含）)?(?:以内|之内|封顶|为限)/],
  ['at-most', /^以下（含|^(?:个?工作日)?内/],
  ['at-least', /^(?:（含）)?(?:以上|及以上)/],
  ['below', /^(?:（不含）)?以下/],
]
const dateBefore: readonly (readonly [FigureBound, RegExp])[] = [
  ['from', /[自从]$/],
  ['until', /(?:[至到]|截至|截止|截止到)$/],
]
const dateAfter: readonly (readonly [FigureBound, RegExp])[] = [
  ['from', /^(?:起|以后|之后|后)/],
  ['until', /^(?:止|以前|之前|前|截止)/],
]
/** How far before a figure its bound may stand: 最高可以给到50万元. */
const reach = 10

/** Every figure of a text with the bound and the words of its clause. */
export function figureUses(text: string): FigureUse[] {
  return normaliseDigits(text)
    .split(/[，。；;！？!?\n]/)
    .flatMap(usesInClause)
}

const anyBound = boundWords.map(([bound, words]) => [bound, new RegExp(words, 'g')] as const)

/** The bounds that stand before figures or without one, each as often as it is set. */
export function boundsIn(text: string): FigureBound[] {
  return anyBound.flatMap(([bound, words]) => (text.match(words) ?? []).map(() => bound))
}

function usesInClause(clause: string): FigureUse[] {
  const places = figurePlaces(clause)
  return places.map(({ kind, start, end, figure }, index) => {
    const lead = clause.slice(places[index - 1]?.end ?? 0, start)
    const rest = clause.slice(end, places[index + 1]?.start)
    const isDate = kind === 'date'
    // The year of a date may be given by one before.
    const shown = isDate ? figure.replace(/^(?:\d{4})?-/, '') : figure
    return { figure: shown, bound: boundOf(lead, rest, isDate), context: `${lead} ${rest.split('、', 1)[0]}` }
  })
}

function boundOf(lead: string, rest: string, isDate: boolean): FigureBound {
  const near = lead.slice(-reach)
  const [first, second] = isDate ? [dateAfter, dateBefore] : [after, []]
  const found = first.find(([, words]) => words.test(rest)) ?? second.find(([, words]) => words.test(near))
  if (found || isDate) return found?.[0] ?? 'exact'
  const last = before
    .map(([bound, words]) => ({ bound, at: words.exec(near)?.index ?? -1 }))
    .reduce((best, one) => (one.at > best.at ? one : best))
  return last.at === -1 ? 'exact' : last.bound
}
