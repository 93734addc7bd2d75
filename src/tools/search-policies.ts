import { z } from 'zod'
import { messageLimit } from '../answering/index.ts'
import { IsoDate, Level, PolicyKind } from '../policy/index.ts'
import { hasWords, normaliseText } from '../reading/index.ts'
import { citePassage, quoteLine, ToolCitation } from './citation.ts'
import type { ToolKnowledge } from './policy-tools.ts'
import { defineTool, ToolError } from './tool.ts'
import { about, fill, lines, parameters } from './wording.ts'

const Input = z.strictObject({
  query: z
    .string()
    .trim()
    .max(messageLimit)
    .describe(fill(parameters.query, { limit: messageLimit })),
  level: Level.optional().describe(parameters.level),
  kind: PolicyKind.optional().describe(parameters.kind),
  asOf: IsoDate.optional().describe(parameters.asOf),
  limit: z.number().int().min(1).max(20).optional().describe(parameters.limit),
})

const Output = z.object({
  asOf: IsoDate,
  /** How much of the query the best passage holds, 0–1. */
  coverage: z.number(),
  results: z.array(z.object({ score: z.number(), citation: ToolCitation })),
})

/** Passages that hold the words of a query, of what applies on a day. */
export function createSearchTool({ answering, findDocument }: ToolKnowledge, today: () => IsoDate) {
  return defineTool({
    name: 'search_policies',
    ...about.search,
    input: Input,
    output: Output,
    run: async ({ query, level, kind, asOf = today(), limit = 5 }, signal) => {
      if (!hasWords(normaliseText(query))) throw new ToolError('query-without-words')
      const filter = { inForceAt: asOf, ...(level && { levels: [level] }), ...(kind && { kinds: [kind] }) }
      const options = { limit, filter, ...(signal && { signal }) }
      const { passages, coverage } = await answering.retriever.search(query, options)
      const found = await Promise.all(
        passages.map(async ({ passage, score }) => {
          const source = await findDocument(passage.documentId)
          return source ? { score, citation: citePassage(passage, source, asOf) } : null
        }),
      )
      const data = { asOf, coverage, results: found.filter((one) => one !== null) }
      return { data, text: textOf(data) }
    },
  })
}

function textOf({ asOf, coverage, results }: z.infer<typeof Output>): string {
  if (results.length === 0) return fill(lines['found-nothing'], { asOf })
  const head = fill(lines.found, { asOf, count: results.length, coverage: coverage.toFixed(2) })
  const places = results.map(({ citation }, i) => `${i + 1}. ${quoteLine(citation)}（${citation.policyId}）`)
  return [head, ...places, lines.closing].join('\n')
}
