import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppServices } from '../app-services.ts'
import type { Metrics } from '../metrics.ts'

const Readiness = z.object({
  ready: z.boolean(),
  parts: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})

/** For whoever runs the server: is it alive, is it ready, what has it done. */
export const healthRoutes: FastifyPluginAsyncZod<{ services: AppServices; metrics: Metrics }> = async (
  api,
  { services, metrics },
) => {
  api.get('/healthz', {
    schema: { summary: '进程是否在运行', tags: ['运维'], response: { 200: z.object({ ok: z.literal(true) }) } },
    handler: async () => ({ ok: true as const }),
  })

  api.get('/readyz', {
    schema: { summary: '能否回答问题', tags: ['运维'], response: { 200: Readiness, 503: Readiness } },
    handler: async (_request, reply) => {
      const parts = [...(await services.isReady())]
      const ready = parts.every(({ ok }) => ok)
      return reply.status(ready ? 200 : 503).send({ ready, parts })
    },
  })

  api.get('/metrics', {
    schema: { hide: true },
    handler: async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  })
}
