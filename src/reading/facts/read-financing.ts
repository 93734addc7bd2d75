import { type Finding, spanOf } from './finding.ts'
import { cuesIn, isWithin, type Message, type Span } from './message.ts'
import type { Scope } from './scope.ts'

const fact = 'needsFinancing'
const demand = /需求|缺钱|周转|need/
const purpose = /^[^，]*(?:贷款|借款|借钱|融资)[^，]{0,3}(?:用来|用于|用途|主要|是为了|拿来|拿去)/

/** Whether the firm wants money: 想贷200万, 不缺钱, 企业诉求：流动资金300万. */
export function readFinancing(message: Message, scope: Scope, numbers: readonly Finding[]): Finding[] {
  const names = message.labels.filter((label) => label.value.fact === fact && scope.isOwn(label))
  const denials = names.filter(({ value }) => value.isOpposite)
  if (denials.length > 0) return denials.map((name) => ({ ...spanOf(name), fact, value: { value: false }, weight: 1 }))
  return message.clauses.flatMap((clause): Finding[] => {
    if (purpose.test(clause.text) && !scope.isAsked(clause))
      return [{ ...spanOf(clause), fact, value: { value: true }, weight: 0 }]
    const needs = names.filter(({ start, end }) => demand.test(message.text.slice(start, end)))
    const [wish] = [...cuesIn(message, clause, 'wishes').filter((cue) => scope.isOwn(cue)), ...needs].filter((one) =>
      isWithin(one, clause),
    )
    const amount = amountOf(message, clause, numbers)
    const money = wish && moneyIn(message, clause)
    if (!wish || !(amount || money)) return []
    if (isDenied(message, clause, wish, money))
      return amount ? [] : [{ ...spanOf(wish, money ?? wish), fact, value: { value: false }, weight: 0 }]
    if (scope.isAsked(clause) && !scope.isSaidOfOwn(wish) && !amount) return []
    return [{ ...spanOf(wish, amount ?? money ?? wish), fact, value: { value: true }, weight: 0 }]
  })
}

/** Whether a loan is spoken of at all, so that 进货 tells what it is for. */
export function isLoanMeant({ asked }: Message, found: readonly Finding[]): boolean {
  return (
    found.some(
      (one) => one.fact === 'loanAmount' || (one.fact === fact && 'value' in one.value && one.value.value === true),
    ) || asked.some((one) => /loan|Financing/.test(one))
  )
}

/** The amount of a loan in a clause, or in the clause after it: 想换两台机床，贷款三百万. */
function amountOf(message: Message, clause: Span, numbers: readonly Finding[]): Finding | undefined {
  const next = message.clauses[message.clauses.findIndex(({ start }) => start === clause.start) + 1]
  return numbers.find((one) => one.fact === 'loanAmount' && (isWithin(one, clause) || (next && isWithin(one, next))))
}

function moneyIn(message: Message, clause: Span): Span | undefined {
  const names = message.labels.filter(({ value }) => [fact, 'loanAmount', 'isCreditLoan'].includes(value.fact))
  return [...names, ...cuesIn(message, clause, 'loanWords')].find((one) => isWithin(one, clause))
}

function isDenied(message: Message, clause: Span, ...words: readonly (Span | undefined)[]): boolean {
  return cuesIn(message, clause, 'negations').some((cue) =>
    words.some((word) => word !== undefined && cue.end <= word.start && word.start - cue.end <= 1),
  )
}
