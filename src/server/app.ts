import compress from '@fastify/compress'
import { type FastifyInstance, fastify, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { AppServices, ServerSettings } from './app-services.ts'
import { sendError } from './errors.ts'
import { acceptJsonOnly } from './json-body.ts'
import { createMetrics } from './metrics.ts'
import { observeRequests } from './observe-requests.ts'
import { refuseConnection } from './refuse-connection.ts'
import { chatRoutes } from './routes/chat.ts'
import { completionRoutes } from './routes/completions.ts'
import { conversationRoutes } from './routes/conversations.ts'
import { registerDocs } from './routes/docs.ts'
import { documentRoutes } from './routes/documents.ts'
import { eligibilityRoutes } from './routes/eligibility.ts'
import { exportRoutes } from './routes/export.ts'
import { feedbackRoutes } from './routes/feedback.ts'
import { firmRoutes } from './routes/firm.ts'
import { healthRoutes } from './routes/health.ts'
import { loanRoutes } from './routes/loans.ts'
import { matchRoutes } from './routes/match.ts'
import { mcpRoutes } from './routes/mcp.ts'
import { registerPages } from './routes/pages.ts'
import { plainRoutes } from './routes/plain.ts'
import { policyRoutes } from './routes/policies.ts'
import { shareRoutes } from './routes/shares.ts'
import { widgetRoutes } from './routes/widget.ts'
import { createAskingLimit, createWidgetLimits, registerSecurity } from './security.ts'

/** The HTTP interface, ready to listen or to be asked by `inject`. */
export async function buildApp(services: AppServices): Promise<FastifyInstance> {
  const { settings } = services
  const metrics = createMetrics()
  const app = createServer(settings)
  app.setErrorHandler(sendError)
  acceptJsonOnly(app)
  observeRequests(app, metrics)
  await registerSecurity(app, settings)
  await app.register(compress, { encodings: ['gzip'] })
  await registerDocs(app)
  const limitAsking = await createAskingLimit(app, settings)
  const widgetLimits = createWidgetLimits(app, settings)

  await app.register(async (api) => {
    // Only here: on the root these compilers would break plugins that bring JSON schemas.
    api.setValidatorCompiler(validatorCompiler)
    api.setSerializerCompiler(serializerCompiler)
    await api.register(chatRoutes, { prefix: '/v1', services, metrics, limitAsking })
    await api.register(completionRoutes, { prefix: '/v1', services, metrics, limitAsking })
    if (services.tools) await api.register(mcpRoutes, { tools: services.tools, limitAsking })
    await api.register(conversationRoutes, { prefix: '/v1', services })
    await api.register(exportRoutes, { prefix: '/v1', services })
    await api.register(shareRoutes, { prefix: '/v1', services, limitAsking })
    await api.register(feedbackRoutes, { prefix: '/v1', services })
    await api.register(policyRoutes, { prefix: '/v1', services })
    await api.register(loanRoutes, { prefix: '/v1', services })
    await api.register(documentRoutes, { prefix: '/v1', services })
    await api.register(eligibilityRoutes, { prefix: '/v1', services })
    await api.register(firmRoutes, { prefix: '/v1', services })
    if (services.matchDesk)
      await api.register(matchRoutes, { prefix: '/v1', services, desk: services.matchDesk, limitAsking })
    await api.register(widgetRoutes, { prefix: '/v1/widget', services, metrics, limitAsking, ...widgetLimits })
    await api.register(healthRoutes, { services, metrics })
    await api.register(plainRoutes, { services, metrics, limitAsking })
  })
  await registerPages(app, settings.webFolder)
  return app
}

function createServer({ logLevel, logDestination, trustProxy }: ServerSettings): FastifyInstance {
  return fastify({
    logger: { level: logLevel, ...(logDestination && { stream: logDestination }) },
    // The framework's own lines hold the address with its query; ours hold the route.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    trustProxy,
    // Ids of documents may be percent-encoded Chinese.
    routerOptions: { maxParamLength: 1000 },
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    // Longer than the time between two signs of life on a stream.
    connectionTimeout: 120_000,
    frameworkErrors: sendError,
    clientErrorHandler: refuseConnection,
  })
}
