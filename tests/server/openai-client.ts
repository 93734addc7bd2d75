import type { FastifyInstance } from 'fastify'
import OpenAI from 'openai'
import { onTestFinished } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import { sampleAssistant } from '../answering/sample-assistant.ts'
import { samplePolicies } from '../answering/sample-policies.ts'
import { sampleServices } from './sample-services.ts'
import type { Script } from './scripted-assistant.ts'

export const model = 'policy-navigator'
export const official = 'https://www.shcn.gov.cn/yunfan'
const policies = samplePolicies.map((policy) =>
  policy.id === 'yunfan-loan'
    ? { ...policy, sources: policy.sources.map((one) => ({ ...one, url: official })) }
    : policy,
)

/** An assistant over a few hand-made policies, one of which has an official page. */
export const openConversation = () => sampleAssistant(policies).assistant

interface Connection {
  readonly client: OpenAI
  readonly app: FastifyInstance
}

/** OpenAI's client of a service over those policies, or over a scripted assistant. */
export async function connect({
  script,
  settings = {},
}: {
  script?: Script
  settings?: object
} = {}): Promise<Connection> {
  const services = sampleServices({ settings, ...(script && { script }) })
  const app = await buildApp({ ...services, ...(!script && { openConversation }) })
  onTestFinished(() => app.close())
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, client: new OpenAI({ baseURL: `${address}/v1`, apiKey: 'not needed', maxRetries: 0 }) }
}

export const user = (content: string) => ({ role: 'user' as const, content })
