import { z } from 'zod'
import { RecordedFact } from '../eligibility/index.ts'
import { IsoDate } from '../policy/index.ts'
import type { ToolKnowledge } from './policy-tools.ts'
import { defineTool } from './tool.ts'
import { about, fill, lines, parameters } from './wording.ts'

/** Longest account of a company, in characters. */
const textLimit = 2000

export const CompanyText = z
  .string()
  .trim()
  .min(1)
  .max(textLimit)
  .describe(fill(parameters.text, { limit: textLimit }))

const Input = z.strictObject({ text: CompanyText, asOf: IsoDate.optional().describe(parameters.asOf) })

export const ReadProblem = z.object({ fact: z.string(), evidence: z.string(), message: z.string() })

const Output = z.object({
  asOf: IsoDate,
  /** One entry a company, in the order of the text; each fact with the words it was read from. */
  firms: z.array(z.record(z.string(), RecordedFact)),
  /** Each fact as people write it, by key. */
  descriptions: z.array(z.record(z.string(), z.string())),
  /** What could not be taken, and what to say instead. */
  problems: z.array(ReadProblem),
})

/** The facts that a text tells of companies; nothing is judged. */
export function createReadTool({ eligibility }: ToolKnowledge, today: () => IsoDate) {
  const { assessor, readFacts } = eligibility
  return defineTool({
    name: 'read_profile',
    ...about.read,
    input: Input,
    output: Output,
    run: async ({ text, asOf = today() }) => {
      const { firms, problems } = readFacts(text, asOf, 'zh-CN')
      const told = firms.filter((firm) => Object.keys(firm).length > 0)
      const descriptions = told.map((firm) =>
        Object.fromEntries(
          Object.entries(firm).map(([key, fact]) => [key, assessor.describe(key, fact, 'zh-CN') ?? key]),
        ),
      )
      const data = { asOf, firms: told, descriptions, problems }
      return { data, text: textOf(data) }
    },
  })
}

function textOf({ firms, descriptions, problems }: z.infer<typeof Output>): string {
  if (firms.length === 0) return [lines['no-facts'], ...problems.map(({ message }) => message)].join('\n')
  const told = firms.flatMap((firm, place) => [
    ...(firms.length > 1 ? [fill(lines.firm, { number: place + 1 })] : []),
    ...Object.entries(firm).map(([key, { evidence }]) => {
      const text = descriptions[place]?.[key] ?? key
      return `- ${fill(lines.fact, { text, evidence })}`
    }),
  ])
  return [...told, ...problems.map(({ message }) => message)].join('\n')
}
