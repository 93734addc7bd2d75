import type { FactCatalogue, FactDefinition } from '../../eligibility/index.ts'

/** How facts of the catalogue hang together, for words that name one and a figure that tells another. */
export interface Relations {
  definitionOf(fact: string): FactDefinition | undefined
  /** 科技人员占22%: the share that a count or an amount has of the whole. */
  shareOf(fact: string): string | undefined
  /** 营收增长12%: how much an amount grew. */
  growthOf(fact: string): string | undefined
  /** The fact that counts several others together. */
  wholeOf(parts: readonly string[]): string | undefined
  /** Told of the last whole year. */
  isOfLastYear(fact: string): boolean
}

const share = /^(\w+) \/ (?:employees|revenue)$/
/** Dates and amounts that may lie in the future. */
const planned = /loan|Loan|plan|Plan|Matures/

export function isPlan(fact: string): boolean {
  return planned.test(fact)
}

export function relationsOf({ facts }: FactCatalogue): Relations {
  const shares = new Map(
    Object.entries(facts).flatMap(([fact, definition]) => {
      const [, whole] = (definition.type === 'number' && share.exec(definition.derivedFrom ?? '')) || []
      return whole ? [[whole, fact] as const] : []
    }),
  )
  const wholes = Object.entries(facts).flatMap(([fact, definition]) => {
    const sum = definition.type === 'number' ? (definition.minimumFrom?.split(' + ') ?? []) : []
    return sum.length > 1 ? [[fact, sum] as const] : []
  })
  return {
    definitionOf: (fact) => facts[fact],
    shareOf: (fact) => shares.get(fact),
    growthOf: (fact) => (`${fact}Growth` in facts ? `${fact}Growth` : undefined),
    wholeOf: (parts) => wholes.find(([whole, sum]) => parts.every((part) => part === whole || sum.includes(part)))?.[0],
    isOfLastYear: (fact) => facts[fact]?.label.zh.startsWith('上年') ?? false,
  }
}
