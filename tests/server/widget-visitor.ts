import type { FastifyInstance, InjectOptions } from 'fastify'
import { onTestFinished } from 'vitest'
import { VisitorTokenReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import type { ServerSettings } from '../../src/server/app-services.ts'
import { type SampleServices, sampleServices } from './sample-services.ts'

export const site = 'https://www.allowed.example'
export const otherSite = 'https://other.example:8443'
export const widgetOrigins = [site, otherSite]

interface OpenApp {
  readonly app: FastifyInstance
  readonly services: SampleServices
}

/** The interface with two sites that may show the widget. */
export async function openForSites(settings: Partial<ServerSettings> = {}): Promise<OpenApp> {
  const services = sampleServices({ settings: { widgetOrigins, ...settings } })
  const app = await buildApp(services)
  onTestFinished(() => app.close())
  return { app, services }
}

export async function tokenFrom(app: FastifyInstance, origin = site, former?: string): Promise<VisitorTokenReply> {
  const headers = { origin, ...(former === undefined ? {} : { authorization: `Bearer ${former}` }) }
  return VisitorTokenReply.parse((await app.inject({ method: 'POST', url: '/v1/widget/token', headers })).json())
}

/** A question asked with a token from a page of a site. */
export function asking(
  token: string | null,
  { origin = site, ...payload }: Record<string, string> = {},
): InjectOptions {
  const headers = { origin, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
  return { method: 'POST', url: '/v1/widget/chat/stream', headers, payload: { message: '有哪些贷款？', ...payload } }
}
