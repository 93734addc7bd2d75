import { type Clause, cuesIn, hasCue, isWithin, type Message, type Span } from './message.ts'

/** Of whom and in what mood the parts of a message speak. */
export interface Scope {
  clauseOf(span: Span): Clause
  /** Neither somebody else's nor only supposed. */
  isOwn(span: Span): boolean
  /** The clause asks something. */
  isAsked(clause: Clause): boolean
  /** The sentence asks whether all it says is so: …，对吧. */
  isToBeConfirmed(clause: Clause): boolean
  /** The firm itself is named before a place in its clause. */
  isSaidOfOwn(span: Span): boolean
}

export function scopeOf(message: Message): Scope {
  const foreign = [...spansOfOthers(message), ...supposedSpans(message)]
  const nowhere: Clause = { start: 0, end: message.text.length, text: message.text, sentence: 0 }
  const clauseOf = (span: Span) => message.clauses.find((clause) => isWithin(span, clause)) ?? nowhere
  const confirmed = new Set(
    message.clauses.filter((clause) => hasCue(message, clause, 'confirmations')).map(({ sentence }) => sentence),
  )
  return {
    clauseOf,
    isOwn: ({ start }) => !foreign.some((span) => start >= span.start && start < span.end),
    isAsked: (clause) => isQuestion(message, clause) || /^\s*[？?]/.test(message.text.slice(clause.end)),
    isToBeConfirmed: ({ sentence }) => confirmed.has(sentence),
    isSaidOfOwn: (span) => hasCue(message, { start: clauseOf(span).start, end: span.start }, 'own'),
  }
}

/** 证书有效几年, 补几千; not 招了几个, 十几年 or 近几年. */
const howMany =
  /(?<![十百千万亿好这那前后近了过没我们])几(?:个?月|年|天|笔|家|个(?![亿人])|件|项|种|批|次|成|折|点|倍|级|档|期|类|名|位|岁)|[了过]几(?:个|笔|次|家|件|项|种|批|年|天)$|(?:补贴?|奖励?|给|拿|减|免|领|罚)几[十百千万]/

/** 中型还是小型, 给科技小巨人还是专精特新小巨人的: one of two of a kind; not 我们公司还是小规模. */
function isAlternative({ text, labels }: Message, { start, end }: Clause): boolean {
  return [...text.slice(start, end).matchAll(/还是/g)].some(({ index }) => {
    const place = start + index
    const before = labels.filter((one) => one.end <= place && place - one.end <= 2 && one.start >= start)
    const after = labels.filter((one) => one.start >= place + 2 && one.start - place <= 4 && one.end <= end)
    const kind = ({ value }: (typeof labels)[number]) => (value.definition.type === 'boolean' ? 'title' : value.fact)
    return before.some((one) => after.some((other) => kind(one) === kind(other)))
  })
}

/** 没交啥社保, 什么资质都没有, 高企嘛有的: no question. */
function isIndefinite(text: string, { start, end }: Span, clause: Clause): boolean {
  const word = text.slice(start, end)
  if (word === '嘛') return !/^[的 ]*$/.test(text.slice(end, clause.end))
  if (!/什么|啥/.test(word)) return false
  return /[没无不][^，]{0,3}$/.test(text.slice(clause.start, start)) || /[都也][没不]/.test(text.slice(end, clause.end))
}

function isQuestion(message: Message, clause: Clause): boolean {
  if (howMany.test(clause.text) || isAlternative(message, clause)) return true
  return cuesIn(message, clause, 'questions', 'confirmations').some((cue) => !isIndefinite(message.text, cue, clause))
}

/** From a word for somebody else up to the end of the clause; of the sentence, where it is the subject. */
function spansOfOthers(message: Message): Span[] {
  return message.cues
    .filter(({ value, start, end }) => value === 'others' && !isOwnedAfterwards(message, { start, end }))
    .map((cue) => {
      const place = message.clauses.findIndex((clause) => isWithin(cue, clause))
      const clause = message.clauses[place]
      if (!clause) return { start: cue.start, end: cue.end }
      const isSubject = subject.test(message.text.slice(clause.start, cue.start))
      const last = isSubject ? lastOfSentence(message, clause) : clause
      return { start: isSubject ? clause.start : cue.start, end: nextOwn(message, cue.end, last.end) }
    })
}

const subject = /^(?:[我们的那有个家看问下一\s]|my |our |the |a )*$/

/** 我们是供应商; 帮朋友问. */
function isOwnedAfterwards({ text }: Message, { start, end }: Span): boolean {
  return (
    /[是做当]$/.test(text.slice(0, start)) ||
    (/[帮替]$/.test(text.slice(0, start)) && /^.{0,3}(?:问|咨询|查|看)/.test(text.slice(end))) ||
    isOfStaff(text, { start, end })
  )
}

/** 跟他们都签两年合同, 还没给她们交社保: those who were just spoken of, not another firm. */
function isOfStaff(text: string, { start, end }: Span): boolean {
  return (
    /[他她]们/.test(text.slice(start, end)) &&
    /[跟和与给帮替]$/.test(text.slice(0, start)) &&
    /^(?:都|各|也|全|统一|每个人|正常|按时|还没)*(?:签|交|缴|上|买|发|办|参保)/.test(text.slice(end))
  )
}

function lastOfSentence(message: Message, { sentence }: Clause): Clause | Span {
  return message.clauses.findLast((clause) => clause.sentence === sentence) ?? { start: 0, end: 0 }
}

function nextOwn(message: Message, from: number, limit: number): number {
  const own = message.cues.find(({ value, start }) => value === 'own' && start >= from && start < limit)
  return own?.start ?? limit
}

/** From 如果 up to the end of the sentence or to what is the case after all. */
function supposedSpans(message: Message): Span[] {
  return message.cues
    .filter(({ value }) => value === 'hypotheticals')
    .map((cue) => {
      const clause = message.clauses.find((one) => isWithin(cue, one))
      if (!clause) return cue
      const limit = lastOfSentence(message, clause).end
      const [actual] = cuesIn(message, { start: cue.end, end: limit }, 'actual')
      return { start: clause.start, end: actual?.start ?? limit }
    })
}
