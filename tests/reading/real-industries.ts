import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { Industries } from '../../src/eligibility/index.ts'
import { createIndustryReader } from '../../src/reading/industries.ts'

export const industries = Industries.parse(parse(readFileSync('corpus/industries.yaml', 'utf8'), { schema: 'core' }))
export const reader = createIndustryReader(industries)

/** The codes of each industry read from a text. */
export const codesIn = (text: string) => reader.read(text).map(({ codes }) => codes.join(' '))
