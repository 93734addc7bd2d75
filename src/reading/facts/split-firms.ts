import type { Finding } from './finding.ts'
import { intersect } from './intersect.ts'
import { hasCue, type Message } from './message.ts'
import type { ReadingWords } from './reading-words.ts'

export interface FirmSplit {
  /** Findings of each firm in the order of the message; one entry at least. */
  readonly firms: readonly (readonly Finding[])[]
  readonly startsAnew: boolean
}

/** Gives the findings of a message to the firms it speaks of. */
export function splitFirms(
  message: Message,
  findings: readonly Finding[],
  firmNames: ReadingWords['firmNames'],
): FirmSplit {
  const starts = startsByName(message.text, firmNames)
  if (starts.length > 1) return { firms: cut(findings, starts), startsAnew: false }
  const [next] = message.cues.filter(({ value }) => value === 'otherFirms')
  if (next) {
    const [before, after] = cut(findings, [next.start], true)
    const isSecond = (before?.length ?? 0) > 0 && (after?.length ?? 0) > 0
    return isSecond
      ? { firms: [before ?? [], after ?? []], startsAnew: false }
      : { firms: [findings], startsAnew: true }
  }
  const whole = { start: 0, end: message.text.length }
  const firms = hasCue(message, whole, 'severalFirms') ? splitWhereDifferent(message, findings) : [findings]
  return { firms, startsAnew: false }
}

/** Where the names of one row stand, in its order. */
function startsByName(text: string, rows: ReadingWords['firmNames']): number[] {
  for (const row of rows) {
    const starts: number[] = []
    for (const name of row) {
      const start = text.indexOf(name.toLowerCase(), (starts.at(-1) ?? -1) + 1)
      if (start < 0) break
      starts.push(start)
    }
    if (starts.length > 1) return starts
  }
  return []
}

function cut(findings: readonly Finding[], starts: readonly number[], keepsLead = false): Finding[][] {
  const edges = keepsLead ? [0, ...starts] : [0, ...starts.slice(1)]
  return edges.map((start, place) =>
    findings.filter((one) => one.start >= start && one.start < (edges[place + 1] ?? Number.POSITIVE_INFINITY)),
  )
}

/** 分别20人和35人: of each fact the first is that of the first firm. */
function dealOut(told: readonly Finding[]): Finding[][] {
  const firms: Finding[][] = []
  for (const all of Map.groupBy(told, ({ fact }) => fact).values())
    for (const [place, one] of all.toSorted((a, b) => a.start - b.start).entries()) {
      const firm = firms[place] ?? []
      firms[place] = firm
      firm.push(one)
    }
  return firms
}

/** 两家店，花店5个人，咖啡店7个人: a clause that tells otherwise what is known begins another firm. */
function splitWhereDifferent(message: Message, findings: readonly Finding[]): Finding[][] {
  const firms: Finding[][] = [[]]
  for (const clause of message.clauses) {
    const told = findings.filter((one) => one.start >= clause.start && one.start < clause.end)
    const known = firms.at(-1) ?? []
    const isOther = told.some((one) =>
      known.some((before) => before.fact === one.fact && intersect(before.value, one.value) === null),
    )
    const dealt = /分别/.test(clause.text) ? dealOut(told) : []
    if (dealt.length > 1)
      for (const [place, share] of dealt.entries()) firms[place] = [...(firms[place] ?? []), ...share]
    else if (isOther) firms.push(told)
    else known.push(...told)
  }
  return firms
}
