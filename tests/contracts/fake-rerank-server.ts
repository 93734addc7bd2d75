import type { Script } from './fake-openai-server.ts'

export const secretKey = 'sk-secret-of-the-tests'

export interface Result {
  readonly index?: number
  readonly relevance_score?: number | null
}

/** Answers as a reranker does, best first, by the characters shared with the question; `change` makes a fault of it. */
export function judged(change: (results: Result[]) => Result[] = (results) => results): Script {
  return (reply, { body }) => {
    const documents = Array.isArray(body.documents) ? body.documents.map(String) : []
    const wanted = new Set(String(body.query))
    const results = documents
      .map((text, index) => ({
        index,
        relevance_score: [...wanted].filter((character) => text.includes(character)).length,
      }))
      .sort((one, other) => other.relevance_score - one.relevance_score)
    reply.writeHead(200, { 'content-type': 'application/json' })
    reply.end(JSON.stringify({ id: 'r1', model: body.model, results: change(results) }))
  }
}
