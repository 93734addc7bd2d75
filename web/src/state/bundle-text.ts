import type { AssessedBenefit, Assessment, AssessmentsReply } from '../contract.ts'
import { fill, formatYuan, wording } from '../wording/index.ts'
import { matchesWording } from '../wording/matches/index.ts'
import { locale } from './preferences.ts'

export type Bundle = AssessmentsReply['combination']['certain']
export type BenefitSum = Bundle['total']
export type SumPart = BenefitSum['parts'][number]

type Amount = NonNullable<SumPart['amount']>

/** A sum of yuan in short: 36万元, 最高30万元, 10万元至20万元. */
export function sumText({ min, max }: Amount): string {
  const words = matchesWording.value.together
  const yuan = (amount: number) => formatYuan(amount, locale.value, wording.value.values.yuan)
  if (max === null) return fill(words.atLeast, { min: yuan(min) })
  if (min === max) return yuan(min)
  return min === 0 ? fill(words.upTo, { max: yuan(max) }) : fill(words.between, { min: yuan(min), max: yuan(max) })
}

/** What a bundle comes to; nothing is made up where no line has a figure. */
export function totalText(total: BenefitSum): string {
  const words = matchesWording.value.together
  if (total.parts.length === 0) return words.nothing
  return total.parts.every(({ amount }) => amount === null) ? words.unknownTotal : sumText(total)
}

export function unknownCount({ parts }: BenefitSum): number {
  return parts.filter(({ amount }) => amount === null).length
}

/** How the amount of a line was worked out. */
export function stepsOf(part: SumPart, assessments: readonly Assessment[]): readonly string[] {
  const isMeant = ({ type, label }: AssessedBenefit) => type === part.type && label === part.label
  return assessments.find(({ policyId }) => policyId === part.policyId)?.benefits.find(isMeant)?.steps ?? []
}

/** A line says what it is counted by: a company is one 户. */
export function perText({ per }: SumPart): string {
  if (per === null || per === '户') return ''
  const words: Readonly<Record<string, string>> = wording.value.verdicts.per
  return words[per] ?? per
}
