import type { FactCatalogue, FactDefinition, FactValue } from '../../eligibility/index.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { createFinder, type Find } from './find-words.ts'
import { type Finding, type Findings, type FoundProblem, factValueOf } from './finding.ts'
import { cuesIn, type Message, type Span } from './message.ts'
import { leadsToPart } from './part.ts'
import { dateValue } from './read-dates.ts'
import type { ReadingWords } from './reading-words.ts'
import { isReplaced } from './threshold.ts'
import { isBareNumber, unitsOf } from './units.ts'

/** Reads what a message says in answer to what was asked, where no fact of these was found in it by name. */
export type ReadAnswer = (message: Message, findings: readonly Finding[], unnamed: readonly Quantity[]) => Findings

export function createAnswerReader({ facts }: FactCatalogue, words: ReadingWords): ReadAnswer {
  const findYes = answerFinder(words.yes)
  const findNo = answerFinder(words.no)
  return (message, findings, unnamed) => {
    const open = message.asked.filter((fact) => facts[fact] && !findings.some((one) => one.fact === fact))
    const booleans = open.filter((fact) => facts[fact]?.type === 'boolean')
    const asked = message.asked.filter((fact) => facts[fact]?.type === 'boolean')
    const figures = figureAnswers(message, open, facts, unnamed, words.parts)
    const denial = denialOf(message, findNo, asked.length > 1)
    const assent = findYes(message.text)[0]
    const said = (span: Span, value: FactValue) =>
      booleans.map((fact): Finding => ({ ...span, fact, value, weight: 0 }))
    const claims = denial
      ? said(denial, { value: false })
      : assent && asked.length === 1
        ? said(assent, { value: true })
        : []
    const heads = figures.findings.length === 0 ? headsOf(message, facts) : []
    const none = denial && claims.length === 0 && figures.findings.length === 0 ? noneOf(denial, open, facts) : []
    return {
      findings: [...claims, ...figures.findings, ...heads, ...none, ...optionAnswers(message, open, facts)],
      problems: figures.problems,
    }
  }
}

/** An answer opens a clause and fills it but for particles. */
function answerFinder(words: readonly string[]): Find<string> {
  const find = createFinder(words.map((word) => [word, word] as const))
  return (text) =>
    find(text).filter(({ start, end }) => {
      const isFirst =
        /^(?:[，,、。 ]|目前|现在|暂时|已经|刚刚?|终于|总算|上周|上个?月|昨天|前几天|其实|应该|当然|肯定|确实|基本上?|我们|公司|这个|这些|以上|嗯|呃|也|都|well |we )*$/.test(
          text.slice(0, start),
        )
      return (
        isFirst && /^(?:的|了|啊|呢|吧|哦|过|这些|情况|问题|这种情况|[，,。.！!；; ]|$)+/.test(`${text.slice(end)}。`)
      )
    })
}

function denialOf(message: Message, findNo: Find<string>, mayBeRest: boolean): Span | undefined {
  const whole = { start: 0, end: message.text.length }
  const [rest] = cuesIn(message, whole, ...(mayBeRest ? (['rest'] as const) : (['pendings', 'failures'] as const)))
  return findNo(message.text)[0] ?? rest
}

function noneOf(span: Span, open: readonly string[], facts: FactCatalogue['facts']): Finding[] {
  const [fact, ...others] = open
  const definition = fact ? facts[fact] : undefined
  if (!fact || others.length > 0 || definition?.type !== 'number') return []
  return ['people', 'count'].includes(definition.unit) && fact !== 'employees'
    ? [{ ...span, fact, value: { value: 0 }, weight: 0 }]
    : []
}

/** Figures that nothing else names, each for the one fact asked for that it can be. */
function figureAnswers(
  message: Message,
  open: readonly string[],
  facts: FactCatalogue['facts'],
  unnamed: readonly Quantity[],
  parts: ReadingWords['parts'],
): Findings {
  const findings: Finding[] = []
  const problems: FoundProblem[] = []
  const told = message.quantities.filter((one) => isWhen(one) && !isReplaced(message, one))
  for (const quantity of new Set([...unnamed, ...told])) {
    const fitting = open.flatMap((fact) => {
      const value = answerValue(quantity, message, fact, facts[fact])
      const isFree = !findings.some((one) => one.fact === fact) && !isOfPart(message, quantity, parts[fact] ?? [])
      return value && isFree ? [{ fact, value }] : []
    })
    const [only] = fitting
    const { start, end } = quantity
    const [date, ...dates] = open.filter((fact) => facts[fact]?.type === 'date')
    if (date && dates.length === 0 && quantity.kind === 'no-day')
      problems.push({ start, end, kind: 'impossible', fact: date })
    if (only && fitting.length === 1) findings.push({ start, end, ...only, weight: 0 })
    const [money] = open.filter((fact) => isMoney(facts[fact]))
    if (fitting.length === 0 && money && open.length === 1 && isBareNumber(quantity))
      problems.push({ start, end, kind: 'no-unit', fact: money })
  }
  return { findings, problems }
}

/** 6个 to a question for no figure: how many people there are. */
function headsOf({ text, quantities, asked }: Message, facts: FactCatalogue['facts']): Finding[] {
  const [only, ...others] = quantities
  const isAlone = only?.unit === '个' && others.length === 0 && text.replace(/[了吧呢啊哦。.]+$/, '') === only.text
  if (!isAlone || asked.length === 0 || asked.some((fact) => facts[fact]?.type === 'number')) return []
  return [{ start: only.start, end: only.end, fact: 'employees', value: factValueOf(only.interval, true), weight: 0 }]
}

/** 派遣的有40个, 里面30个: not how many there are in all. */
function isOfPart({ text }: Message, { start }: Quantity, words: readonly string[]): boolean {
  const [lead = ''] = /[^，。；！？,;!?]*$/.exec(text.slice(0, start)) ?? []
  if (/[加共连总]|算上/.test(lead)) return false
  return leadsToPart(lead) || words.some((word) => lead.includes(word))
}

function isWhen({ kind, unit, interval }: Quantity): boolean {
  return (
    ['date', 'no-day', 'duration'].includes(kind) || (kind === 'number' && unit === null && (interval.low ?? 0) >= 1900)
  )
}

function isMoney(definition: FactDefinition | undefined): boolean {
  return definition?.type === 'number' && definition.unit === 'yuan'
}

function answerValue(
  quantity: Quantity,
  message: Message,
  fact: string,
  definition: FactDefinition | undefined,
): FactValue | undefined {
  if (definition?.type === 'date') return shortYearOf(quantity, message) ?? dateValue(quantity, message, fact)
  if (definition?.type !== 'number') return undefined
  const { unit } = definition
  if (unit === 'ratio' && isBareNumber(quantity)) return shareOf(quantity)
  if (
    !unitsOf(quantity).includes(unit) ||
    (quantity.kind === 'duration' && unit === 'years' && (quantity.interval.low ?? 0) % 12 !== 0)
  )
    return undefined
  const { interval } = quantity
  const scale = unit === 'years' && quantity.kind === 'duration' ? 1 / 12 : 1
  const ends = {
    low: interval.low === null ? null : interval.low * scale,
    high: interval.high === null ? null : interval.high * scale,
  }
  return factValueOf({ ...interval, ...ends }, unit === 'people' || unit === 'count')
}

/** 「19年」 to a question for a date is 2019; 「五年」 and 「19年了」 tell how long ago. */
function shortYearOf({ text, end }: Quantity, message: Message): FactValue | undefined {
  const isYear = /^\d\d年$/.test(text) && !/^(?:了|前|多|以|左右|来|老)/.test(message.text.slice(end))
  const year = Number(message.asOf.slice(0, 2)) * 100 + Number(text.slice(0, 2))
  return isYear && year <= Number(message.asOf.slice(0, 4)) ? { min: `${year}-01-01`, max: `${year}-12-31` } : undefined
}

/** 「7」 to a question for per cent means 7 %; 0.07 may mean either. */
function shareOf({ interval }: Quantity): FactValue | undefined {
  const { low, high } = interval
  if (low === null || low !== high || (low < 1 && low !== 0) || low > 100) return undefined
  return { value: Number((low / 100).toPrecision(12)) }
}

function optionAnswers(message: Message, open: readonly string[], facts: FactCatalogue['facts']): Finding[] {
  return open.flatMap((fact): Finding[] => {
    const definition = facts[fact]
    if (definition?.type !== 'choice') return []
    const told = Object.entries(definition.options).flatMap(([option, { label }]) =>
      [label.zh, label.en.toLowerCase()].flatMap((name) => {
        const start = message.text.indexOf(name)
        return start < 0 ? [] : [{ option, start, end: start + name.length }]
      }),
    )
    const [longest] = told.toSorted((one, other) => other.end - other.start - (one.end - one.start))
    const isDenied = longest && /(?:不是|没|不)$/.test(message.text.slice(0, longest.start))
    return longest && !isDenied
      ? [{ start: longest.start, end: longest.end, fact, value: { value: longest.option }, weight: 0 }]
      : []
  })
}
