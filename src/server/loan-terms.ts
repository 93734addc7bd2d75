import type { Clause, Policy, Topic } from '../policy/index.ts'
import type { LoanClause, LoanFigure, LoanTerm, LoanTermName } from './api.ts'

interface TermWords {
  /** The sections of a policy in which the term is looked for. */
  readonly topics: readonly Topic[]
  /** What a sentence must say to speak of the term; absent where the whole section does. */
  readonly words?: RegExp
  /** What a clause on unknown things calls the term. */
  readonly unknown: RegExp
  /** How many clauses are shown. */
  readonly limit: number
}

/** How policies word the terms of a loan. */
const termWords: Readonly<Record<LoanTermName, TermWords>> = {
  whom: { topics: ['conditions'], unknown: /条件|认定/, limit: 3 },
  amount: {
    topics: ['amount', 'conditions'],
    words: /(?:额度|上限|最高|规模).*\d[\d.]*[万亿]元/,
    unknown: /额度|单户|个人贷款上限/,
    limit: 4,
  },
  rate: {
    topics: ['amount'],
    words: /利率.*\d|贴.*(?:百分点|%)|(?:百分点|%).*贴息/,
    unknown: /利率|贴息标准|贴息比例/,
    limit: 3,
  },
  duration: { topics: ['amount'], words: /最长.*\d/, unknown: /(?<!办理)期限/, limit: 3 },
  security: {
    topics: ['definition', 'amount', 'process', 'materials'],
    words: /(?<!创业)担保(?!费)|质押|抵押|信用类?贷款|保证保险|共担风险|分险/,
    unknown: /风险分担|分担比例/,
    limit: 3,
  },
  fee: { topics: ['amount', 'process'], words: /费率|担保费|保费|不收费/, unknown: /费率|保费|评估费|贴费/, limit: 3 },
  process: { topics: ['process'], unknown: /渠道|步骤|窗口|银行/, limit: 2 },
  contact: { topics: ['contact'], unknown: /$^/, limit: 1 },
}

export const loanTermNames = Object.keys(termWords) as LoanTermName[] // the keys of a record are its names

/** What the clauses of a policy say of a term, and what they say was not found of it. */
export function loanTerm(name: LoanTermName, policy: Policy, clauses: readonly Clause[]): LoanTerm {
  const { limit, unknown } = termWords[name]
  const found = clauses.flatMap((clause) => clauseOn(name, policy, clause) ?? [])
  const missing = clauses.filter(({ heading, text }) => heading === '还不知道' && unknown.test(text))
  return {
    clauses: found.slice(0, limit),
    more: Math.max(0, found.length - limit),
    unknown: missing.map(({ anchor, number }) => ({ anchor, number })),
  }
}

function clauseOn(name: LoanTermName, policy: Policy, clause: Clause): LoanClause | null {
  const { topics, words } = termWords[name]
  const { anchor, number } = clause
  const isInSection = topics.some((topic) => topic === clause.topics[0])
  if (!isInSection || policy.notConditions.includes(anchor)) return null
  const sentences = sentencesOf(clause.text).filter((sentence) => words?.test(withoutNames(sentence, policy)) ?? true)
  if (sentences.length === 0) return null
  return { anchor, number, text: sentences.join('').trim(), figures: figuresOf(name, policy, anchor) }
}

/** The numbers that the corpus itself ties to a clause. */
function figuresOf(name: LoanTermName, { benefits }: Policy, anchor: string): LoanFigure[] {
  const values = benefits
    .filter(({ clause }) => clause === anchor)
    .flatMap(({ type, amount, cap = amount, rate, months }): LoanFigure[] => {
      const isCredit = type === 'loan' || type === 'guarantee'
      if (name === 'amount' && isCredit && cap !== undefined) return [{ kind: 'amount', value: cap }]
      if (name === 'rate' && type === 'interest-subsidy' && rate !== undefined)
        return [{ kind: 'subsidy', value: rate }]
      return name === 'duration' && months !== undefined ? [{ kind: 'months', value: months }] : []
    })
  return values.filter(({ value }, index) => values.findIndex((other) => other.value === value) === index)
}

/** Each with the mark that ends it; tables are left to the page of the policy. */
function sentencesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => !line.trimStart().startsWith('|'))
  return lines.join('\n').split(/(?<=[。；])(?!\n)/)
}

/** A product whose name speaks of a guarantee has not said that there is one. */
function withoutNames(sentence: string, { title, aliases }: Policy): string {
  const names = [title, ...aliases].toSorted((one, other) => other.length - one.length)
  return names.reduce((rest, name) => rest.replaceAll(name, ''), sentence)
}
