import { z } from 'zod'
import { dateProblem, errors, fill } from './wording.ts'

export type ToolErrorCode = keyof typeof errors

/** A call that cannot be answered as it is; the message says what to change. */
export class ToolError extends Error {
  readonly code: ToolErrorCode
  constructor(code: ToolErrorCode, values: Readonly<Record<string, string | number>> = {}) {
    super(fill(errors[code], values))
    this.code = code
  }
}

/** What a tool found: `data` for programs, as its output schema says, and the same as `text` to read. */
export interface ToolResult {
  readonly data: Readonly<Record<string, unknown>>
  readonly text: string
}

/** Something that another program may ask for; nothing is kept of it. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Input
  readonly output: z.ZodObject
  /** Throws a `ToolError` for arguments that cannot be used. */
  call(values: unknown, signal?: AbortSignal): Promise<ToolResult>
}

interface Definition<Input extends z.ZodObject, Output extends z.ZodObject>
  extends Pick<Tool<Input>, 'name' | 'title' | 'description'> {
  readonly input: Input
  readonly output: Output
  run(values: z.output<Input>, signal: AbortSignal | undefined): Promise<{ data: z.output<Output>; text: string }>
}

export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>({
  run,
  ...shown
}: Definition<Input, Output>): Tool<Input> {
  return { ...shown, call: async (values, signal) => run(take(shown.input, values), signal) }
}

const chinese = z.locales.zhCN().localeError

/** Every fault in one error, each with the name of its field. */
function take<Input extends z.ZodObject>(input: Input, values: unknown): z.output<Input> {
  const parsed = input.safeParse(values ?? {}, { error: chinese })
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.slice(0, 5).map((issue) => {
    const message = issue.code === 'invalid_format' && issue.format === 'date' ? dateProblem : issue.message
    return `${issue.path.join('.')} ${message}`.trim()
  })
  throw new ToolError('arguments-invalid', { problems: problems.join('；') })
}
