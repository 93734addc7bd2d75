import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const folder = new URL('../../../shared/data/zh-quantities/', import.meta.url)

const Span = z.object({
  text: z.string(),
  type: z.string().optional(),
  start: z.number(),
  end: z.number().nullable(),
  value: z.string().nullable().optional(),
  unit: z.string().optional(),
  isoCurrency: z.string().optional(),
  timex: z.string().optional(),
})
export type Span = z.infer<typeof Span>

/** A row of any of the files: other projects state what they expect in their own ways. */
const Row = z.object({
  id: z.string(),
  input: z.string(),
  value: z.number().optional(),
  expect: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  currency: z.string().optional(),
  bound: z.string().optional(),
  spans: z.array(Span).optional(),
})
export type Row = z.infer<typeof Row> & { readonly file: string }

/** The rows of every file; null where the data is not on this machine. */
export function loadRows(): Row[] | null {
  if (!existsSync(folder)) return null
  return globSync('*.jsonl', { cwd: fileURLToPath(folder) })
    .toSorted()
    .flatMap((name) => readRows(name))
}

function readRows(name: string): Row[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n')
  return lines.map((line) => ({ ...Row.parse(JSON.parse(line)), file: name.replace('.jsonl', '') }))
}
