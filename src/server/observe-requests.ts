import type { FastifyInstance } from 'fastify'
import type { Metrics } from './metrics.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Status of the answer or code of the error, for log and metrics. */
    outcome: string | null
  }
}

/** Gives each request an id, and one log line that holds nothing a person wrote: the route, not the address. */
export function observeRequests(app: FastifyInstance, metrics: Metrics): void {
  app.decorateRequest('outcome', null)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, outcome } = request
    const route = request.routeOptions.url ?? 'unknown'
    const { statusCode: status, elapsedTime } = reply
    metrics.requests.observe({ method, route, status }, elapsedTime / 1000)
    request.log.info({ method, route, status, ms: Math.round(elapsedTime), outcome }, 'request')
  })
}
