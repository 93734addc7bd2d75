import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/** The OpenAPI page; must be registered before the routes it describes. */
export async function registerDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '惠企政策通 API', version: '1', description: '上海市长宁区企业政策问答：每句回答都注明出处。' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{}, { token: [] }],
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: '惠企政策通 API' },
    // The page brings one inline style of its own; its hash is all that is allowed on top of the common policy.
    transformStaticCSP: (policy) => `${policy};style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='`,
    uiConfig: { validatorUrl: null, deepLinking: true },
  })
}
