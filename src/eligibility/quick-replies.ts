import { type Locale, localized } from '../policy/index.ts'
import type { FactQuestion } from './assessment.ts'
import type { CompiledFact } from './compile-catalogue.ts'
import { isWholeNumber } from './fact.ts'
import type { PreparedRule } from './prepare-rule.ts'
import { boundsOfFact, type Cut, rangesOf } from './rule-bounds.ts'
import { labelOf, sayValue, word } from './wording.ts'

type Reply = FactQuestion['replies'][number]

/** More choices than this are typed faster than found. */
const mostReplies = 9
const mostCuts = 3

/** Answers that can be tapped; each message says the fact itself, so that it reads alone. */
export function repliesFor(facts: readonly CompiledFact[], rules: readonly PreparedRule[], locale: Locale): Reply[] {
  const [fact] = facts
  if (!fact) return []
  const unsure = said(word(locale, 'question.unsure'))
  if (facts.length > 1)
    return [said(word(locale, 'question.none')), ...facts.map((one) => said(labelOf(one.definition, locale))), unsure]
  const { definition } = fact
  switch (definition.type) {
    case 'boolean':
      return [said(word(locale, 'question.yes')), said(word(locale, 'question.no')), unsure]
    case 'choice': {
      const labels = Object.values(definition.options).map(({ label }) => said(localized(label, locale)))
      return [...labels.slice(0, mostReplies), unsure]
    }
    case 'number':
      return [...rangeReplies(fact, boundsOfFact(fact, rules), locale), unsure]
    case 'date':
      return [...spanReplies(fact, rules, locale), unsure]
    case 'industry':
      return [unsure]
  }
}

/** A date is told by the time since then: 低于12个月 / 不低于12个月. */
function spanReplies(date: CompiledFact, rules: readonly PreparedRule[], locale: Locale): Reply[] {
  const span = rules
    .flatMap(rangesOf)
    .find(
      ({ fact }) =>
        fact.countedFrom?.key === date.key && fact.definition.type === 'number' && fact.definition.unit === 'months',
    )?.fact
  return span ? rangeReplies(span, boundsOfFact(span, rules), locale) : []
}

function said(text: string): Reply {
  return { label: text, message: text }
}

/** The ranges between the bounds that matter: 不超过300人 / 超过300人. */
function rangeReplies(fact: CompiledFact, cuts: readonly Cut[], locale: Locale): Reply[] {
  if (cuts.length === 0 || cuts.length > mostCuts) return []
  const say = (code: 'atLeast' | 'above' | 'atMost' | 'below', { value }: Cut) =>
    word(locale, `bound.${code}`, { value: sayValue(fact, value, locale) })
  const label = labelOf(fact.definition, locale)
  return [...cuts, null].flatMap((upper, place) => {
    const lower = cuts[place - 1]
    const short = isWholeNumber(fact.definition) ? sayWhole(fact, lower, upper, locale) : null
    if (short === '') return []
    const parts = [
      ...(lower ? [say(lower.isFirstAbove ? 'atLeast' : 'above', lower)] : []),
      ...(upper ? [say(upper.isFirstAbove ? 'below' : 'atMost', upper)] : []),
    ]
    const text = parts.join(word(locale, 'and'))
    return [{ label: short ?? text, message: `${label}${locale === 'en' ? ' ' : ''}${text}` }]
  })
}

/** People and things one by one: 没有 / 至少1项 / 2项至5项; empty where no whole number lies between. */
function sayWhole(fact: CompiledFact, lower: Cut | undefined, upper: Cut | null, locale: Locale): string {
  const say = (value: number) => sayValue(fact, value, locale)
  const low = lower ? (lower.isFirstAbove ? Math.ceil(lower.value) : Math.floor(lower.value) + 1) : 0
  const high = upper ? (upper.isFirstAbove ? Math.ceil(upper.value) - 1 : Math.floor(upper.value)) : null
  if (high === null) return word(locale, 'actual.from-whole', { value: say(low) })
  if (low > high) return ''
  if (high === 0) return word(locale, 'question.nothing')
  if (low === 0) return word(locale, 'bound.atMost', { value: say(high) })
  return low === high ? say(low) : word(locale, 'actual.between', { low: say(low), high: say(high) })
}
