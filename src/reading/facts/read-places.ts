import { alternatives, createFinder, type Found } from './find-words.ts'
import type { Finding } from './finding.ts'
import type { Clause, Message, Span } from './message.ts'
import type { ReadingWords } from './reading-words.ts'
import type { Scope } from './scope.ts'

const fact = 'registeredPlace'
/** 古北的咖啡店: what stands behind a place is the firm itself. */
const business =
  /^(?:区|市|新区|街道|路|路上|上|这边|那边|附近)*的?(?:[\p{Script=Han}]{0,8})(?:店|馆|公司|企业|厂|工作室|院|所|的$|$)|^ (?:company|firm|shop)/u
const planned = /(?:想|打算|准备|考虑|计划|要)[^，]{0,5}$/

/** Reads where a firm is registered; a place alone is not yet a registration. */
export function createPlaceReader(words: ReadingWords): (message: Message, scope: Scope) => Finding[] {
  const find = createFinder(
    Object.entries(words.places).flatMap(([place, names]) => names.map((name) => [name, place] as const)),
  )
  const judge = judgeOf(words)
  return (message, scope) => {
    const places = find(message.text).filter((place) => scope.isOwn(place))
    const judged = places.flatMap((place) => {
      const clause = scope.clauseOf(place)
      const told = judge(shortened(message, clause, place), place, places, scope)
      const weight = message.asked.includes(fact) ? Math.max(1, told) : told
      const others = told < 0 ? Object.keys(words.places).filter((one) => one !== place.value) : []
      const value = told < 0 ? { oneOf: others } : { value: place.value }
      return weight === 0 ? [] : [{ start: place.start, end: place.end, fact, value, weight: Math.abs(weight) }]
    })
    return judged.map((one) => ({ ...one, ...evidenceOf(scope.clauseOf(one), one) }))
  }
}

/** The clause up to the next figure or name of something else. */
function shortened({ labels, quantities, text }: Message, clause: Clause, place: Span): Clause {
  const others = [
    ...labels.filter(({ value }) => value.definition.type === 'number'),
    ...quantities.filter(({ kind }) => kind === 'number' || kind === 'money'),
  ]
  const end = Math.min(clause.end, ...others.map(({ start }) => start).filter((start) => start >= place.end))
  return { ...clause, end, text: text.slice(clause.start, end) }
}

function evidenceOf(clause: Clause, place: Span): Span {
  const lead = clause.text.slice(0, place.start - clause.start)
  const [kept = ''] = /(?:(?<![a-z])[a-z ]{0,16}|[^，,。a-z]{0,14})$/.exec(lead) ?? []
  const start = place.start - kept.trimStart().length
  return { start, end: place.end }
}

/** 2: registered there; 1: there by what is said; 0: another thing is there, or nothing of the firm; -2: not there. */
function judgeOf(words: ReadingWords) {
  const registered = alternatives(words.registrations)
  const seat = new RegExp(`(?:${alternatives(words.seats)})$`)
  const elsewhere = new RegExp(`(?:${alternatives(words.elsewhere)})$`)
  const office = new RegExp(`^(?:区|市|镇|街道)?(?:${alternatives(words.offices)})`)
  const leading = new RegExp(
    `(?:${registered})(?:的|在|是|为|改成|改到|改为|变成|变更[到为成]|应该|更正为|[:：]|上海市?|江苏省?|浙江省?|本市| )*$`,
  )
  const trailing = new RegExp(`^(?:区|市|路|街道|镇|这边|那边|的)*(?:${registered})(?!资[本金]|商标)`)
  const denied = new RegExp(
    `(?:${registered}|我们|公司|我司|企业)(?:并|也)?(?:不在|不是|没在)$|(?:not|n't)(?: yet)? (?:registered|incorporated|based|located)(?: in)?$`,
  )
  const filler = new RegExp(`^(?:${alternatives(words.placeFillers)}|[:：· -])*$`)
  return (clause: Clause, place: Found<string>, places: readonly Span[], scope: Scope): number => {
    const lead = withoutNested(clause, place, places).trimEnd()
    const rest = clause.text.slice(place.end - clause.start)
    if (denied.test(lead)) return -2
    if (leading.test(lead)) return planned.test(lead.replace(leading, '')) ? 0 : 2
    if (trailing.test(rest) && !elsewhere.test(lead)) return planned.test(lead) ? 0 : 2
    if (elsewhere.test(lead) || office.test(rest) || planned.test(lead)) return 0
    if (scope.isAsked(clause)) return /(?:我们|公司|企业)(?:是|在)$/.test(lead) ? 1 : 0
    if (seat.test(lead)) return 1
    if (filler.test(lead.replace(/^.*[:：]/, '')) && (filler.test(rest) || business.test(rest))) return 1
    return 0
  }
}

/** The clause up to a place, without the city or district that the place lies in: 上海长宁, 长宁区临空. */
function withoutNested(clause: Clause, { start }: Span, places: readonly Span[]): string {
  const before = places.filter((place) => place.end <= start && place.start >= clause.start).at(-1)
  const lead = clause.text.slice(0, start - clause.start)
  const between = before ? clause.text.slice(before.end - clause.start, start - clause.start) : null
  return before && between !== null && /^(?:区|市|省|新区|的)?$/.test(between)
    ? clause.text.slice(0, before.start - clause.start)
    : lead
}
