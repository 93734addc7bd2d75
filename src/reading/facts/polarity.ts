import type { Found } from './find-words.ts'
import { type Clause, cuesIn, hasCue, isWithin, type Message, type Span } from './message.ts'
import type { CueGroup } from './reading-words.ts'
import type { Scope } from './scope.ts'

/** Names told of together, 失信、欠薪和逾期, and the text around them that may affirm or deny them. */
export interface Bundle extends Span {
  readonly before: Span
  readonly after: Span
}

const joint = /^(?:|[、/和与及跟或]|以及|还有|[，,] ?(?:and|or) | and | or )$/

/** Joins names that one predicate may speak of and gives each bundle the text up to its neighbours. */
export function bundlesOf(message: Message, scope: Scope, names: readonly Span[]): Bundle[] {
  const joined: { start: number; end: number; clause: Clause }[] = []
  for (const name of names) {
    const last = joined.at(-1)
    const clause = scope.clauseOf(name)
    if (last && last.clause.sentence === clause.sentence && joint.test(message.text.slice(last.end, name.start)))
      last.end = Math.max(last.end, name.end)
    else joined.push({ ...name, clause })
  }
  return joined.map(({ start, end }, place) => {
    const [first, last] = [scope.clauseOf({ start, end: start }), scope.clauseOf({ start: end, end })]
    const floor = Math.max(first.start, joined[place - 1]?.end ?? 0)
    const ceiling = Math.min(last.end, joined[place + 1]?.start ?? last.end)
    return {
      start,
      end,
      before: { start: Math.min(floor, start), end: start },
      after: { start: end, end: Math.max(end, ceiling) },
    }
  })
}

const near = 7
const nearInEnglish = 16
const deciding: readonly CueGroup[] = ['pendings', 'failures', 'expiries', 'remedies']

/**
 * Whether words around a name affirm or deny it; null where they do neither. `spent` are words that a name before has
 * taken for itself.
 */
export function polarityOf(
  message: Message,
  scope: Scope,
  bundle: Bundle,
  spent: Set<Found<CueGroup>>,
): boolean | null {
  const { before, after } = bundle
  const around = (...groups: CueGroup[]) =>
    [...cuesIn(message, before, ...groups), ...cuesIn(message, after, ...groups)].filter((cue) => !spent.has(cue))
  const later = continuationOf(message, scope, bundle)
  const isValid = around('validities').length > 0 || later.some((clause) => hasCue(message, clause, 'validities'))
  if (isValid || around('expiries').some((cue) => isAhead(message, scope, cue))) return true
  if (isGoodUntil(message, after) || around('doubleNegations').length > 0) return true
  if (around(...deciding).length > 0) return isWonLater(message, later)
  const denials = cuesIn(message, before, 'negations').filter((cue) => !spent.has(cue))
  const denial = denials.findLast((cue) => before.end - cue.end <= reachOf(message, cue))
  if (denial && !isTurned(message, denial, before.end)) return false
  const isSaid = cuesIn(message, before, 'affirmations').some((cue) => !spent.has(cue) && before.end - cue.end <= 1)
  const [behind] = cuesIn(message, after, 'negations', 'affirmations').filter(
    (cue) => cue.start - after.start <= near && !(isSaid && belongsToNext(message, cue, after)),
  )
  if (behind?.value === 'negations') {
    spent.add(behind)
    return false
  }
  if (later.some((clause) => hasCue(message, clause, ...deciding))) return false
  const isAffirmed = around('affirmations').length > 0
  if (behind && !hasCue(message, before, 'affirmations')) spent.add(behind)
  return isAffirmed ? true : answerIn(message, later)
}

/** 去年申请了，今年拿到了. */
function isWonLater(message: Message, later: readonly Clause[]): boolean {
  return later.some(
    (clause) =>
      /拿到|通过|批了|批下来|下来了|评上|到手|认定了|发证/.test(clause.text) &&
      !hasCue(message, clause, 'negations', 'failures', 'plans', 'pendings'),
  )
}

/** 有科小没高企: a denial that leads to the next name. */
function belongsToNext(message: Message, cue: Found<CueGroup>, after: Span): boolean {
  const isNextName = message.labels.some(({ start }) => start === after.end)
  return cue.value === 'negations' && isNextName && after.end - cue.end <= 1
}

/** 证书到2027年. */
function isGoodUntil({ text, quantities, asOf }: Message, after: Span): boolean {
  return quantities.some(
    (one) => isWithin(one, after) && (one.from ?? '') > asOf && text.slice(after.start, one.start).endsWith('到'),
  )
}

/** 明年6月到期: still valid. */
function isAhead(message: Message, scope: Scope, expiry: Span): boolean {
  const { start } = scope.clauseOf(expiry)
  return message.quantities.some(
    ({ kind, from, ...date }) =>
      kind === 'date' &&
      isWithin(date, { start, end: expiry.start }) &&
      ((from ?? '') > message.asOf || isEndOfYear(date, message.asOf)),
  )
}

/** 今年年底: still ahead, though it may have begun. */
function isEndOfYear({ text, until }: { readonly text: string; readonly until?: string }, asOf: string): boolean {
  return (until ?? '') > asOf && /[底末月]$/.test(text)
}

/** A clause that holds nothing but a yes or no: 高企 是 专精特新 否. */
function answerIn(message: Message, [next]: readonly Clause[]): boolean | null {
  const cue =
    next &&
    cuesIn(message, next, 'negations', 'affirmations').find(
      ({ start, end }) => message.text.slice(start, end) === next.text.trim().replace(/[的了啊呢哦]+$/, ''),
    )
  return cue ? cue.value === 'affirmations' : null
}

function reachOf({ text }: Message, { start }: Span): number {
  return /[a-z]/.test(text[start] ?? '') ? nearInEnglish : near
}

/** 没有…但有: a word of affirmation nearer to the name. */
function isTurned(message: Message, denial: Span, end: number): boolean {
  return cuesIn(message, { start: denial.end, end }, 'affirmations').some((cue) =>
    /有|是|已|拿到/.test(message.text.slice(cue.start, cue.end)),
  )
}

/** Clauses that go on about the name: no other name, figure or speaker in them. */
function continuationOf(message: Message, scope: Scope, bundle: Bundle): Clause[] {
  const own = scope.clauseOf({ start: bundle.end, end: bundle.end })
  const place = message.clauses.indexOf(own)
  if (bundle.after.end !== own.end) return []
  const next: Clause[] = []
  for (const clause of message.clauses.slice(place + 1)) {
    const isOther = message.labels.some((label) => isWithin(label, clause)) || hasCue(message, clause, 'own', 'others')
    const hasFigure = message.quantities.some(
      (one) => one.kind !== 'date' && one.kind !== 'duration' && isWithin(one, clause),
    )
    if (isOther || hasFigure || clause.sentence !== own.sentence) break
    next.push(clause)
  }
  return next
}
