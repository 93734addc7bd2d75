/** Something wrong in a corpus file, for the person who edits it. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}

export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`
}
