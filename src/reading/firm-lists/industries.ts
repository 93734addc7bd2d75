import { createIndustries, type FactValue, type Industries } from '../../eligibility/index.ts'
import { createIndustryReader } from '../industries.ts'
import { matchForm, normaliseText } from '../normalise.ts'

const mostRemembered = 20_000

/** Reads an industry by code (I65, I6510, 6510), by the name of the classification, or in everyday words. */
export function createIndustryCellReader(data: Industries): (text: string) => FactValue | null {
  const { leavesOf } = createIndustries(data)
  const codes = codesByName(data)
  const letters = lettersByDivision(data)
  const words = createIndustryReader(data)
  const remembered = new Map<string, FactValue | null>()
  const read = (text: string): FactValue | null => {
    const [, letter = '', digits = ''] = /^([A-T])?(\d{2,4})?(?=$|[\s.:、-]|\p{Script=Han})/iu.exec(text.trim()) ?? []
    const code = `${letter.toUpperCase() || (letters.get(digits.slice(0, 2)) ?? '')}${digits}`
    if (code !== '' && leavesOf(code).length > 0) return { value: code }
    const named = codes.get(nameForm(text))
    if (named) return { value: named }
    const mentioned = [...new Set(words.read(normaliseText(text)).flatMap((mention) => mention.codes))]
    const [only] = mentioned
    return only === undefined ? null : mentioned.length === 1 ? { value: only } : { oneOf: mentioned }
  }
  return (text) => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const value = read(text)
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(text, value)
    return value
  }
}

function codesByName({ sections }: Industries): ReadonlyMap<string, string> {
  const divisions = sections.flatMap((section) => section.divisions)
  const groups = divisions.flatMap((division) => division.groups ?? [])
  const names = new Map<string, string>()
  for (const { code, name, nameEn } of [...sections, ...divisions, ...groups])
    for (const form of [nameForm(name), nameForm(nameEn)]) if (!names.has(form)) names.set(form, code)
  return names
}

function lettersByDivision({ sections }: Industries): ReadonlyMap<string, string> {
  return new Map(
    sections.flatMap(({ code, divisions }) => divisions.map((division) => [division.code.slice(1, 3), code] as const)),
  )
}

function nameForm(text: string): string {
  return matchForm(text).replaceAll(' ', '').replace(/业$/, '')
}
