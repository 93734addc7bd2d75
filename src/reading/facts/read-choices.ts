import type { FactValue } from '../../eligibility/index.ts'
import { type CompanyWords, isOnlyCalledCompany } from './called-company.ts'
import type { Finding } from './finding.ts'
import { cuesIn, hasCue, type Message, type Span } from './message.ts'
import { type NameGroup, namesOf } from './name-groups.ts'
import type { Scope } from './scope.ts'

/** More options than this are not left over by a denial. */
const mostLeft = 3
/** Facts of a loan are told only where one is spoken of. */
const loanFacts = /^(?:loanPurpose|payerType|equipmentField)$/

/** What a message says a firm is, of several options. */
export function readChoices(
  message: Message,
  scope: Scope,
  isLoanMeant: boolean,
  companyWords: CompanyWords,
): Finding[] {
  return namesOf(message, 'choice')
    .filter((name) => isTold(message, scope, name) && !isOnlyCalledCompany(message, scope, name, companyWords))
    .flatMap((name) => {
      const isDenied = isDenying(message, scope, name)
      const facts = [...new Set(name.labels.map(({ fact }) => fact))].filter(
        (fact) => fact !== 'registeredPlace' && (isLoanMeant || !loanFacts.test(fact) || message.asked.includes(fact)),
      )
      return facts.flatMap((fact): Finding[] => {
        const value = choiceOf(name, fact, isDenied)
        return value ? [{ start: name.start, end: name.end, fact, value, weight: isDenied ? 0 : 1 }] : []
      })
    })
}

/** Told of the firm as it is: neither wished for nor past, and no part of a question. */
function isTold(message: Message, scope: Scope, name: NameGroup): boolean {
  if (!scope.isOwn(name)) return false
  const clause = scope.clauseOf(name)
  const before = { start: clause.start, end: name.start }
  const isLoan = name.labels.every(({ fact }) => loanFacts.test(fact))
  if (isLoan) return !scope.isAsked(clause)
  if (isLeft(message, name, clause.start) || !isSizeTold(message, name, clause)) return false
  const isGone =
    hasCue(message, before, 'past', 'expiries') || (hasCue(message, before, 'plans') && !/了$/.test(clause.text))
  if (isGone || hasCue(message, { start: name.end, end: clause.end }, 'topics', 'failures', 'pendings')) return false
  return !scope.isAsked(clause) || (scope.isSaidOfOwn(name) && !hasCue(message, before, 'questions'))
}

/** 去年还是小规模; 小规模转一般纳税人: no longer so. */
function isLeft({ text, quantities, asOf }: Message, { start, end }: NameGroup, clauseStart: number): boolean {
  const isOld = quantities.some(
    (one) => one.kind === 'date' && one.start >= clauseStart && one.end <= start && (one.until ?? asOf) < asOf,
  )
  return (
    (isOld && /(?:还|都|还都)?是$/.test(text.slice(0, start))) || /^(?:纳税人)?(?:转|升|变|改)/.test(text.slice(end))
  )
}

/** 小微 is a size that people call any firm, unless they say that it is theirs. */
function isSizeTold({ text, asked }: Message, { start, end, labels }: NameGroup, clause: Span): boolean {
  if (labels.every(({ fact }) => fact !== 'sizeClass') || asked.includes('sizeClass')) return true
  if (/[（(]/.test(text[clause.end] ?? '')) return false
  const lead = text.slice(clause.start, start)
  return (
    /(?:是|属于|划型为|划为|规模|规模为|[:：])(?:一家|个|家)?$/.test(lead) ||
    (lead.trim() === '' && /^(?:的|企业)?$/.test(text.slice(end, clause.end)))
  )
}

function isDenying(message: Message, scope: Scope, { start, end }: NameGroup): boolean {
  const clause = scope.clauseOf({ start, end })
  const denial = cuesIn(message, { start: clause.start, end: start }, 'negations', 'replaced').at(-1)
  if (denial !== undefined && start - denial.end <= 2) return true
  const isNext = (place: number) =>
    message.labels.some((label) => label.start === place && label.value.definition.type === 'choice')
  return cuesIn(message, { start: end, end: clause.end }, 'negations').some(
    (cue) => cue.start - end <= 1 && !isNext(cue.end),
  )
}

/** Of two options, the one denied leaves the other. */
function choiceOf({ labels }: NameGroup, fact: string, isDenied: boolean): FactValue | null {
  const told = labels.flatMap((label) => (label.fact === fact && label.option !== null ? [label.option] : []))
  const definition = labels.find((label) => label.fact === fact)?.definition
  const options = definition?.type === 'choice' ? Object.keys(definition.options) : []
  const meant = isDenied ? options.filter((option) => !told.includes(option)) : told
  if (meant.length === 0 || (isDenied && meant.length > mostLeft)) return null
  return meant.length === 1 ? { value: meant[0] ?? '' } : { oneOf: meant }
}
