import type { FactReply } from '../contract.ts'

export type IndustryOption = FactReply['options'][number]

/** A section of the industry classes with its divisions. */
export interface IndustrySection {
  readonly section: IndustryOption
  readonly divisions: readonly IndustryOption[]
}

/** The options of an industry, divisions under their sections; a section's code is one letter. */
export function industrySections(options: readonly IndustryOption[]): IndustrySection[] {
  const sections = options.filter(({ value }) => value.length === 1)
  return sections.map((section) => ({
    section,
    divisions: options.filter(({ value }) => value.length > 1 && value.startsWith(section.value)),
  }))
}

/** The option an industry's code belongs to: I6510 is a kind of I65. */
export function industryOption(options: readonly IndustryOption[], code: string): IndustryOption | undefined {
  const around = options.filter(({ value }) => code.startsWith(value))
  return around.sort((one, other) => other.value.length - one.value.length)[0]
}

export function industryLabel(options: readonly IndustryOption[], code: string): string {
  return industryOption(options, code)?.label ?? code
}
