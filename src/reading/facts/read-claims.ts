import type { Label } from './fact-words.ts'
import type { Found } from './find-words.ts'
import type { Finding } from './finding.ts'
import { blankOut, hasCue, isWithin, type Message, type Span } from './message.ts'
import { type NameGroup, namesOf } from './name-groups.ts'
import { type Bundle, bundlesOf, polarityOf } from './polarity.ts'
import { dateValue, monthsBefore } from './read-dates.ts'
import type { CueGroup } from './reading-words.ts'
import type { Scope } from './scope.ts'

export interface ClaimWords {
  readonly fillers: RegExp
  /** Facts that are told by their bare name. */
  readonly plainFacts: ReadonlySet<string>
  readonly validMonths: Readonly<Record<string, number>>
}

/** What a message claims of yes-or-no facts; `hasOther`: it tells something of the firm besides. */
export function readClaims(message: Message, scope: Scope, words: ClaimWords, hasOther: boolean): Finding[] {
  const names = namesOf(message, 'boolean')
  const all = namesOf(message, 'boolean', 'number')
    .filter(mayBeDenied)
    .sort((one, other) => one.start - other.start)
  const bundles = bundlesOf(message, scope, all)
  const spent = new Set<Found<CueGroup>>()
  const told = bundles.map((bundle) => polarityOf(message, scope, bundle, spent))
  return bundles.flatMap((bundle, place) => {
    const within = names.filter((name) => name.start >= bundle.start && name.end <= bundle.end)
    const isAmongOthers = hasOther || told.some((one, other) => one !== null && other !== place)
    return within.flatMap((name) => claimsOf(message, scope, bundle, name, told[place] ?? null, words, isAmongOthers))
  })
}

/** 贷款 and 员工 are spoken of without being affirmed or denied. */
function mayBeDenied({ labels }: NameGroup): boolean {
  return labels.some(({ fact, definition }) => {
    if (definition.type === 'boolean') return fact !== 'needsFinancing'
    return definition.type === 'number' && ['people', 'count'].includes(definition.unit) && fact !== 'employees'
  })
}

function claimsOf(
  message: Message,
  scope: Scope,
  bundle: Bundle,
  name: NameGroup,
  told: boolean | null,
  words: ClaimWords,
  hasOther: boolean,
): Finding[] {
  if (!scope.isOwn(name) || isTopic(message, name) || isOfParty(message, name)) return []
  if (isOnlyAsked(message, scope, bundle, told)) return []
  const isBareName = isAlone(message, scope, bundle, words.fillers)
  const isOneOfSeveral = hasOther || isListed(scope, bundle)
  return name.labels.flatMap((label): Finding[] => {
    const isPlain = message.asked.includes(label.fact) || words.plainFacts.has(label.fact)
    const isBare = isBareName && (isOneOfSeveral || isPlain)
    const isKept = told !== false || isDenying(message, name)
    const claim = label.isOpposite
      ? isKept || null
      : (told ?? (isBare || isMeant(message, scope, name, label) ? true : null))
    if (claim === null || (claim && isOutdated(message, bundle, words.validMonths[label.fact]))) return []
    const value = { value: label.isOpposite ? !claim : claim }
    return [{ ...spread(message, scope, name, bundle), fact: label.fact, value, weight: 0 }]
  })
}

/** The name and the words beside it tell the fact without affirming it. */
function isMeant(message: Message, scope: Scope, name: Span, label: Label): boolean {
  return isVerb(message, scope, name) || isInside(message, name) || isLoanOfKind(message, scope, name, label)
}

/** 社保欠了两个月, 被骗税: the name itself tells that it happened. */
function isVerb({ text }: Message, scope: Scope, name: Span): boolean {
  return /欠|拖|逾期|虚开|骗|[交缴]纳?社/.test(text.slice(name.start, name.end)) && !scope.isAsked(scope.clauseOf(name))
}

/** 在经营异常名录里: to be in a list is to be of those listed. */
function isInside({ text }: Message, { start, end }: Span): boolean {
  return (
    /在(?:了|国家|市里的?)?$/.test(text.slice(0, start)) &&
    /^(?:名录|名单|目录)?(?:[里内中上]|之列)/.test(text.slice(end))
  )
}

/** 想贷信用贷800万: whoever wants or names an amount tells the kind of loan. */
function isLoanOfKind(message: Message, scope: Scope, name: Span, { fact }: Label): boolean {
  const clause = scope.clauseOf(name)
  const hasAmount = message.quantities.some((one) => one.kind === 'money' && isWithin(one, clause))
  return (
    fact === 'isCreditLoan' &&
    (hasAmount || hasCue(message, clause, 'wishes')) &&
    !/^.{0,4}(?:还是|产品)/.test(message.text.slice(name.end))
  )
}

/** 资质：高企、专精特新. */
function isListed(scope: Scope, bundle: Bundle): boolean {
  return /^\s*(?:企业)?(?:资质|荣誉|称号|资格)\s*[:：]/.test(scope.clauseOf(bundle).text)
}

/** 没有不良记录: the contrary carries its own denial. */
function isDenying({ text }: Message, { start, end }: Span): boolean {
  return /[没无不非未]|not|no /.test(text.slice(start, end))
}

/** 22年拿的高企: it may have been renewed or not, so that nothing is known. */
function isOutdated(message: Message, { before, after }: Bundle, months: number | undefined): boolean {
  if (months === undefined || hasCue(message, { start: before.start, end: after.end }, 'validities')) return false
  const limit = monthsBefore(message.asOf, months)
  return message.quantities.some((quantity) => {
    const isNear = quantity.start >= before.start && quantity.end <= after.end
    const day = isNear ? dateValue(quantity, message, '') : undefined
    const last = day && ('value' in day ? day.value : 'max' in day ? day.max : undefined)
    return typeof last === 'string' && last < limit
  })
}

/** The evidence of a claim: its clause without leading and trailing clauses of others. */
function spread(message: Message, scope: Scope, name: Span, bundle: Bundle): Span {
  const clause = scope.clauseOf(name)
  const start = Math.max(clause.start, Math.min(bundle.before.start, name.start))
  const end = Math.min(Math.max(bundle.after.end, name.end), Math.max(clause.end, name.end))
  const text = message.text.slice(start, end)
  return { start: start + (text.length - text.trimStart().length), end: end - (text.length - text.trimEnd().length) }
}

/** 高企补贴 and 小巨人信用贷 speak of a policy, 好通过高企认定 of a purpose. */
function isTopic(message: Message, { start, end }: Span): boolean {
  const [lead, rest] = [message.text.slice(0, start), message.text.slice(end)]
  if (/^(?:信用贷|科技贷|贷(?!款?[\d一二三四五六七八九])|补贴|补助|奖励|奖补|政策)/.test(rest)) return true
  if (/(?<![刚正恰])(?:好|以便|为了|方便)(?:通过|申请|申报|评上?|拿到?)$/.test(lead)) return true
  return message.cues.some(
    ({ value, start }) =>
      value === 'topics' && start - end >= 0 && /^(?:的|企业|认定|申报)*$/.test(message.text.slice(end, start)),
  )
}

/** 为 that means to be: 公司为民营企业. */
const beingFor = /(?:公司|企业|我司|单位|[现已成是作列评定均都])为$/

/** 给上市公司做配套 speaks of somebody else. */
function isOfParty({ text, cues }: Message, { start, end }: Span): boolean {
  if (/^.{0,3}(?:合作|签约|签了|供货|打交道)/.test(text.slice(end))) return true
  if (/^(?:旗下)?的?(?:全资|控股|下属|关联)*(?:子公司|分公司|供应商|客户|股东|经销商)/.test(text.slice(end)))
    return true
  return cues.some((cue) => {
    const between = text.slice(cue.end, start)
    const isNear = cue.value === 'parties' && cue.end <= start && between.length <= 2 && !/员工|职工/.test(between)
    return isNear && !beingFor.test(text.slice(0, cue.end))
  })
}

/** A question states nothing but what it says of the firm itself before it asks: 我们是高企，能…吗. */
function isOnlyAsked(message: Message, scope: Scope, bundle: Bundle, told: boolean | null): boolean {
  const clause = scope.clauseOf(bundle)
  if (scope.isToBeConfirmed(clause) && !scope.isSaidOfOwn(bundle)) return true
  if (!scope.isAsked(clause)) return false
  const isAskedBefore =
    hasCue(message, bundle.before, 'questions') ||
    hasCue(message, { start: bundle.end, end: bundle.end + 3 }, 'questions')
  return (
    told === null ||
    isAskedBefore ||
    !(scope.isSaidOfOwn(bundle) && hasCue(message, bundle.before, 'affirmations', 'negations'))
  )
}

/** Nothing but names and words without a meaning of their own stands in the clause. */
function isAlone(message: Message, scope: Scope, bundle: Bundle, fillers: RegExp): boolean {
  const clause = scope.clauseOf(bundle)
  const inside = (span: Span) => span.start >= clause.start && span.end <= clause.end
  const known = [
    ...message.labels.filter(inside),
    ...message.quantities.filter(inside),
    ...message.cues.filter(
      (cue) => ['own', 'affirmations', 'corrections', 'actual'].includes(cue.value) && inside(cue),
    ),
  ]
  const rest = known.reduce(blankOut, message.text).slice(clause.start, clause.end)
  return fillers.test(rest.replaceAll('|', ''))
}
