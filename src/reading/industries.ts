import { createIndustries, type Industries } from '../eligibility/index.ts'
import { createOwnWordFinder, type Role, type Token } from './industry-words.ts'

/** What a firm says it does; several codes are leaves between which its words leave it open. */
export interface IndustryMention {
  readonly codes: string[]
  readonly words: string
  readonly start: number
  readonly end: number
}

export interface IndustryReader {
  /** Reads a text that is normalised and simplified; spans are places in it. */
  read(text: string): IndustryMention[]
  /** Names a section for all of its leaves together: C for the thirty-one of 制造业. */
  shorten(codes: readonly string[]): string[]
}

/** Between so few a firm can be asked: 批发 or 零售. */
const fewLeaves = 2

/** Finds everyday names of industries, narrowed by words that say how the firm makes or sells. */
export function createIndustryReader(data: Industries): IndustryReader {
  const findOwnWords = createOwnWordFinder(data)
  const { leavesOf } = createIndustries(data)
  const sections = data.sections.map(({ code }) => ({ code, leaves: leavesOf(code) }))
  return {
    read(text) {
      const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      const clauses = findOwnWords(lower)
        .map((tokens) => runsOf(tokens, lower))
        .filter((runs) => runs.length > 0)
      return withoutRepeats(readClauses(clauses)).map(({ run, codes }) => {
        const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0]
        return { codes, words: text.slice(start, end), start, end }
      })
    },
    shorten(codes) {
      const whole = sections.filter(
        ({ leaves }) => leaves.length > fewLeaves && leaves.every((leaf) => codes.includes(leaf)),
      )
      return [
        ...whole.map(({ code }) => code),
        ...codes.filter((code) => !whole.some((one) => one.leaves.includes(code))),
      ]
    },
  }
}

/** Words that form one name: 酒店管理系统, 批发服装. */
type Run = readonly Token[]

interface Reading {
  readonly run: Run
  readonly codes: string[]
}

const filler = /^\s*(?:行业|领域|管理|专用|类|相关|智能|数字化?)*\s*$/
const fillerOfNames =
  /^\s*(?:(?:行业|领域|企业|公司|门店|商家|管理|预订|点餐|预约|专用|用|类|相关|智能|数字化?)+的?)?\s*$/
const conjunction = /^\s*[、和与及跟加/兼]\s*$/

function runsOf(tokens: readonly Token[], text: string): Run[] {
  const runs: Token[][] = []
  for (const token of tokens) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && isJoined(before, token, text.slice(before.end, token.start))) run.push(token)
    else runs.push([token])
  }
  return runs
}

function isJoined(before: Token, token: Token, gap: string): boolean {
  if (before.role && token.role && conjunction.test(gap)) return true
  return (before.role ?? token.role) ? filler.test(gap) : fillerOfNames.test(gap)
}

function readClauses(clauses: readonly (readonly Run[])[]): Reading[] {
  const used = new Set<Run>()
  const named = clauses.flatMap((runs, index) =>
    runs.flatMap((run): Reading[] => {
      const name = nameOf(run)
      if (!name) return []
      const around = runsAround(run, runs, [clauses[index - 1] ?? [], clauses[index + 1] ?? []])
      const possible = codesOf(name, run)
      const codes = narrow(possible, around.flatMap(rolesOf), rolesOf(run))
      if (codes.length !== possible.length) for (const place of around) used.add(place)
      return [{ run, codes }]
    }),
  )
  const unnamed = clauses
    .flat()
    .filter((run) => !nameOf(run) && !used.has(run) && run.some(({ codes, isHead }) => codes.length > 0 && !isHead))
    .map((run) => ({ run, codes: [...new Set(run.flatMap(({ codes }) => codes))] }))
  return [...named, ...unnamed].sort((a, b) => startOf(a) - startOf(b))
}

/** The last name says what the firm does; those before it say for whom or with what. */
function nameOf(run: Run): Token | undefined {
  return run.findLast(
    ({ codes, isHead, role }, place) =>
      codes.length > 0 && !role && (!isHead || run.slice(0, place).some((before) => before.codes.length > 0)),
  )
}

/** Parts and supplies alone are bought and sold; those of something that is made may be made as well: 机床配件. */
function codesOf(name: Token, run: Run): readonly string[] {
  const made = run.slice(0, run.indexOf(name)).flatMap(({ codes }) => codes.filter((code) => code.startsWith('C')))
  return name.codes.every((code) => code.startsWith('F')) ? [...new Set([...made, ...name.codes])] : name.codes
}

/** Where the role of a name is looked for: in its run, else in its clause, else in clauses beside it that name nothing. */
function runsAround(run: Run, clause: readonly Run[], neighbours: readonly (readonly Run[])[]): Run[] {
  if (tellsRole(run)) return [run]
  const here = [run, ...clause.filter(isNotAsked)]
  if (here.some(tellsRole)) return here
  return [...here, ...neighbours.filter((runs) => !runs.some(nameOf)).flatMap((runs) => runs.filter(isNotAsked))]
}

function rolesOf(run: Run): Role[] {
  return run.flatMap(({ role }) => (role ? [role] : []))
}

/** Selling goes with making as well as with trading, so it alone does not settle the role. */
function tellsRole(run: Run): boolean {
  return rolesOf(run).some(({ rank }) => rank > 0)
}

function isNotAsked(run: Run): boolean {
  return !run.some(({ isAsked }) => isAsked)
}

/** The codes that the roles of the highest rank permit; all of them where no role says anything about them. */
function narrow(codes: readonly string[], roles: readonly Role[], beside: readonly Role[]): string[] {
  const ranks = [...new Set(roles.map(({ rank }) => rank))].sort((a, b) => b - a)
  for (const rank of ranks) {
    const permitted = roles
      .filter((role) => role.rank === rank)
      .flatMap((role) => {
        const common = codes.filter((code) => role.codes.includes(code))
        return common.length === 0 && beside.includes(role) ? role.otherwise : common
      })
    if (permitted.length > 0) return [...new Set(permitted)].sort()
  }
  return [...codes]
}

function startOf({ run }: Reading): number {
  return run[0]?.start ?? 0
}

function withoutRepeats(readings: readonly Reading[]): Reading[] {
  const keys = readings.map(({ codes }) => codes.join())
  return readings.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}
