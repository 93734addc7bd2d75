import { type Finding, spanOf } from './finding.ts'
import { cuesIn, isWithin, type Message, type Span } from './message.ts'
import { type NameGroup, namesOf } from './name-groups.ts'
import { isPlan, type Relations } from './relations.ts'
import type { Scope } from './scope.ts'

/** Between a denial and what is denied. */
const gapBefore =
  /^(?: |any|have|has|own|hold|got|employ|hire|hired|a single|什么|任何|啥|过|招|用|雇|一个|有|申请|招聘|聘用|安置|安排)*$/
const gapBehind = /^(?:也|都|这块|方面|目前|现在|暂时|还|一[个件项名位]|的|人员|这类|这种|，)*$/
const afterName = /^(?:[，。；！？、,;!?.~～也和与及且 ]|$|了|的$|方面)/

/** 没有残疾员工, 专利还没有: none of what can be counted; a loss leaves open how large it is. */
export function readAbsences(
  message: Message,
  scope: Scope,
  relations: Relations,
  findings: readonly Finding[],
): Finding[] {
  const names = namesOf(message, 'number').filter((name) => scope.isOwn(name) && !scope.isAsked(scope.clauseOf(name)))
  return names.flatMap((name): Finding[] => {
    if (findings.some((finding) => isWithin(name, finding))) return []
    const loss = name.labels.find(({ isOpposite }) => isOpposite)
    if (loss) return [{ ...spanOf(name), fact: loss.fact, value: { max: 0 }, weight: 0 }]
    const denial = denialOf(message, scope, chainOf(message, names, name))
    if (!denial) return []
    return name.labels
      .filter(
        ({ fact }) =>
          !isPlan(fact) &&
          !hasPart(fact, relations, findings) &&
          !/^(?:revenue|employees|newEquity|unemploymentPaid)/.test(fact),
      )
      .map(({ fact, definition }) => ({
        ...spanOf(name, denial),
        fact,
        value: definition.type === 'number' && definition.min < 0 ? { max: 0 } : { value: 0 },
        weight: 0,
      }))
  })
}

/** 没有专利，发明专利有2个: the whole cannot be none. */
function hasPart(whole: string, relations: Relations, findings: readonly Finding[]): boolean {
  return findings.some(
    ({ fact, value }) =>
      fact !== whole && relations.wholeOf([fact]) === whole && !('value' in value && value.value === 0),
  )
}

/** 软著和专利都没有: names that share a denial. */
function chainOf({ text }: Message, names: readonly NameGroup[], name: NameGroup): Span {
  let [first, last] = [names.indexOf(name), names.indexOf(name)]
  const isJoined = (one?: Span, other?: Span) =>
    one && other && /^(?:和|、|与|及|跟|或|以及| or | and )?$/.test(text.slice(one.end, other.start))
  while (isJoined(names[first - 1], names[first])) first -= 1
  while (isJoined(names[last], names[last + 1])) last += 1
  return { start: names[first]?.start ?? name.start, end: names[last]?.end ?? name.end }
}

function denialOf(message: Message, scope: Scope, name: Span) {
  const clause = scope.clauseOf(name)
  const before = cuesIn(message, { start: clause.start, end: name.start }, 'negations').at(-1)
  const rest = message.text.slice(name.end)
  if (before && gapBefore.test(message.text.slice(before.end, name.start)) && afterName.test(rest)) return before
  const [behind] = message.cues.filter(({ value, start }) => value === 'negations' && start >= name.end)
  const isClose = behind && gapBehind.test(message.text.slice(name.end, behind.start))
  const following = behind ? message.text.slice(behind.end) : ''
  return isClose && /^(?:[，。；！,;!.~～ ]|$|呢|的|授权|申请|过|招|有)/.test(following) && !before ? behind : undefined
}
