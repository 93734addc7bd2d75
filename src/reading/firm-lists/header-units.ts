import type { Unit } from '../../eligibility/index.ts'

/** What one of a heading's unit is in the unit of its fact. */
const factors: Readonly<Record<Unit, Readonly<Record<string, number>>>> = {
  yuan: {
    元: 1,
    人民币: 1,
    人民币元: 1,
    yuan: 1,
    rmb: 1,
    cny: 1,
    千元: 1e3,
    万: 1e4,
    万元: 1e4,
    万人民币: 1e4,
    人民币万元: 1e4,
    百万元: 1e6,
    千万元: 1e7,
    亿: 1e8,
    亿元: 1e8,
  },
  ratio: { '%': 0.01, 百分比: 0.01, 百分数: 0.01, percent: 0.01, '‰': 0.001, 小数: 1 },
  people: { 人: 1, 名: 1, 位: 1, 个: 1, people: 1, 万人: 1e4 },
  count: { 件: 1, 项: 1, 个: 1, 家: 1, 次: 1, 吨: 1, 吨标准煤: 1, 平方米: 1 },
  months: { 月: 1, 个月: 1, months: 1, 年: 12, years: 12 },
  years: { 年: 1, years: 1, 月: 1 / 12, 个月: 1 / 12 },
  points: { 分: 1, points: 1 },
}

/** A heading without its notes in brackets, and those notes. */
export function splitHeader(header: string): { core: string; notes: string[] } {
  const plain = header.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const brackets = /[([【〔{][^()[\]【】〔〕{}]*[)\]】〕}]/g
  const notes = (plain.match(brackets) ?? []).map((note) => note.slice(1, -1).trim())
  return { core: plain.replace(brackets, '').trim(), notes }
}

/** 营业收入万元, 营业收入:万元, 研发占比%. */
const trailing = /^(.+?)[\s:/,_-]*(人民币万元|百万元|千万元|万元|亿元|千元|元|%|‰)$/

export function splitTrailingUnit(core: string): { core: string; unit: string | null } {
  const [, rest, unit] = trailing.exec(core) ?? []
  return rest && unit ? { core: rest, unit } : { core, unit: null }
}

/** The factor that one of the notes gives as a unit of the fact; null where none does. */
export function factorOf(notes: readonly string[], unit: Unit): number | null {
  const known = factors[unit]
  for (const note of notes) {
    const name = note.toLowerCase().replace(/^(?:单位)?[:\s]*/, '')
    if (Object.hasOwn(known, name)) return known[name] ?? null
  }
  return null
}
