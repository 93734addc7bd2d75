import { z } from 'zod'
import { IsoDate, isWithin, PolicyMetadata, Standing, standingOf } from '../policy/index.ts'
import { citePassage, ToolCitation } from './citation.ts'
import type { ToolKnowledge } from './policy-tools.ts'
import { defineTool, ToolError } from './tool.ts'
import { about, fill, lines, parameters, standingNames } from './wording.ts'

const Input = z.strictObject({
  id: z.string().trim().min(1).max(200).describe(parameters.id),
  asOf: IsoDate.optional().describe(parameters.asOf),
})

const { shape } = PolicyMetadata.pick({
  id: true,
  title: true,
  titleEn: true,
  level: true,
  kind: true,
  part: true,
  issuers: true,
  documentNumbers: true,
  publishedOn: true,
  effectiveFrom: true,
  effectiveUntil: true,
  supersededBy: true,
  windows: true,
  contact: true,
  sources: true,
})

const Output = z.object({
  ...shape,
  asOf: IsoDate,
  standing: Standing,
  /** Every clause that holds on the day, word for word. */
  clauses: z.array(ToolCitation),
})

/** One policy, whatever its standing, which is said. */
export function createGetTool({ policies, findDocument }: ToolKnowledge, today: () => IsoDate) {
  return defineTool({
    name: 'get_policy',
    ...about.get,
    input: Input,
    output: Output,
    run: async ({ id, asOf = today() }) => {
      const policy = policies.find((one) => one.id === id)
      const source = await findDocument(id)
      if (!policy || !source) throw new ToolError('policy-unknown', { ids: id })
      const clauses = source.document.passages
        .filter(({ validFrom, validUntil }) => isWithin({ from: validFrom, until: validUntil }, asOf))
        .map((passage) => citePassage(passage, source, asOf))
      const data = Output.parse({ ...policy, asOf, standing: standingOf(policy, asOf), clauses })
      return { data, text: textOf(data) }
    },
  })
}

function textOf(policy: z.infer<typeof Output>): string {
  const { id, title, standing, effectiveFrom, effectiveUntil, supersededBy, contact } = policy
  const dates = { from: effectiveFrom ?? lines['no-date'], until: effectiveUntil ?? lines['no-date'] }
  return [
    fill(lines.policy, { title, id, standing: standingNames[standing] }),
    ...(policy.documentNumbers.length > 0 ? [fill(lines.numbers, { numbers: policy.documentNumbers.join('、') })] : []),
    fill(lines.issuers, { issuers: policy.issuers.join('、') }),
    fill(lines.effective, dates),
    ...(supersededBy ? [fill(lines.successor, { id: supersededBy })] : []),
    fill(lines.contact, { contact: [contact.organisation, contact.phone].filter(Boolean).join(' ') }),
    ...policy.clauses.map(({ clause, quote }) => `${clause}：「${quote}」`),
    lines.closing,
  ].join('\n')
}
