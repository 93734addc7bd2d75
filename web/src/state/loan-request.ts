import { fill, formatDate } from '../wording/index.ts'
import { letterWording } from '../wording/loans/index.ts'

export const requestFields = ['company', 'place', 'amount', 'months', 'purpose', 'tried', 'contact'] as const
export type RequestField = (typeof requestFields)[number]

/** What the reader wrote, as it was written. */
export type LoanRequest = Readonly<Record<RequestField, string>>

/** In units of 10,000 yuan: more than any firm that is served here borrows. */
export const largestAmount = 100_000
export const longestMonths = 360

export type RequestProblem = 'company' | 'amount' | 'amountLarge' | 'purpose' | 'months'

/** What is wrong, by field, in the order of the form. */
export function problemsOf({ company, amount, purpose, months }: LoanRequest): Map<RequestField, RequestProblem> {
  const problems = new Map<RequestField, RequestProblem>()
  if (company.trim() === '') problems.set('company', 'company')
  const wanted = numberIn(amount)
  if (!(wanted > 0)) problems.set('amount', 'amount')
  else if (wanted > largestAmount) problems.set('amount', 'amountLarge')
  const duration = numberIn(months)
  const isDuration = Number.isInteger(duration) && duration >= 1 && duration <= longestMonths
  if (months.trim() !== '' && !isDuration) problems.set('months', 'months')
  if (purpose.trim() === '') problems.set('purpose', 'purpose')
  return problems
}

interface LetterParts {
  readonly request: LoanRequest
  /** What is known of the company, in words. */
  readonly facts: readonly string[]
  /** The name of what brings companies and banks together. */
  readonly mechanism: string
  readonly asOf: string
}

/** The request as a letter. */
export function letterText({ request, facts, mechanism, asOf }: LetterParts): string {
  const words = letterWording
  const { company, place, amount, purpose, months, tried, contact } = trimmed(request)
  const line = (name: string, text: string) => `${name}${words.colon}${text}`
  const paragraphs = [
    words.title,
    place === '' ? words.toUnknown : fill(words.to, { place }),
    fill(words.opening, { company, mechanism }),
    line(words.amount, fill(words.amountText, { amount: numberIn(amount) })),
    line(words.purpose, purpose),
    line(words.months, months === '' ? words.monthsOpen : fill(words.monthsText, { months: numberIn(months) })),
    line(words.tried, tried === '' ? words.triedNone : tried),
    ...(facts.length > 0 ? [[line(words.company, ''), ...facts.map((fact) => `- ${fact}`)].join('\n')] : []),
    ...(contact === '' ? [] : [line(words.contact, contact)]),
    `${company}\n${fill(words.date, { date: formatDate(asOf, 'zh-CN') })}`,
  ]
  return paragraphs.join('\n\n')
}

/** Its first line becomes a heading; a line of its own stays one. */
export function letterMarkdown(text: string): string {
  const [title = '', ...rest] = text.split('\n')
  return [`# ${title}`, ...rest.map((line) => line.replace(/^(#|\d+\.)/, '\\$1'))].join('\n')
}

function trimmed(request: LoanRequest): LoanRequest {
  const entries = requestFields.map((field) => [field, request[field].trim()] as const)
  // Made of the very fields of the type.
  return Object.fromEntries(entries) as LoanRequest
}

/** Also as people write it: full-width digits, commas, spaces. */
function numberIn(text: string): number {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}
