import type { ErrorReply } from '../contract.ts'

/** Why an answer did not come; each has its own words and its own way out. */
export type ProblemKind =
  | 'offline'
  | 'unreachable'
  | 'too-many'
  | 'server'
  | 'rejected'
  | 'gone'
  | 'cut-off'
  | 'timeout'

/** A failed exchange with the server; `message` is the server's own explanation, where it gave one. */
export class ServerProblem extends Error {
  readonly kind: ProblemKind

  constructor(kind: ProblemKind, message = '', options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/** Reads why the server refused; a proxy in between may answer with something that is not ours. */
export async function problemOf(response: Response): Promise<ServerProblem> {
  return new ServerProblem(kindOf(response.status), messageIn(await response.text()))
}

/** What `fetch` throws when no reply came at all. */
export function problemOfNetwork(cause: unknown): ServerProblem {
  return new ServerProblem(navigator.onLine ? 'unreachable' : 'offline', '', { cause })
}

/** A stream that broke off or carried something unreadable. */
export function problemOfStream(cause: unknown): ServerProblem {
  return new ServerProblem(navigator.onLine ? 'cut-off' : 'offline', '', { cause })
}

function kindOf(status: number): ProblemKind {
  if (status === 429) return 'too-many'
  if (status === 404) return 'gone'
  return status >= 500 ? 'server' : 'rejected'
}

function messageIn(text: string): string {
  try {
    const reply: Partial<ErrorReply> = JSON.parse(text)
    return reply.error?.message ?? ''
  } catch {
    // Not JSON, so not the server's own words: the page has its own for each kind of problem.
    return ''
  }
}
