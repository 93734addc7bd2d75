import { OpenAI } from 'openai'

export interface OpenAiServer {
  /** Such as `https://api.example.com/v1`. */
  readonly baseUrl: string
  /** Null for a server that asks for none. */
  readonly apiKey: string | null
}

/** A client that takes nothing from the environment, prints nothing, and leaves time limits and retries to us. */
export function createOpenAiClient({ baseUrl, apiKey }: OpenAiServer): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    ...(apiKey === null && { defaultHeaders: { Authorization: null } }),
  })
}
