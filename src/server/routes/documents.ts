import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IsoDate, standingOf } from '../../policy/index.ts'
import { DocumentReply, ErrorReply } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'

/** The text that citations rest on. */
export const documentRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  api.get('/documents/:id', {
    schema: {
      summary: '读取政策或官方原文的全文',
      tags: ['政策'],
      params: z.object({ id: z.string() }),
      querystring: z.strictObject({ asOf: IsoDate.optional() }),
      response: { 200: DocumentReply, '4xx': ErrorReply },
    },
    handler: async ({ params: { id }, query }) => {
      const found = mayBeId(id) ? await services.findDocument(id) : null
      if (!found) throw new RequestError('document-unknown', { id })
      const { document, supersededBy, sourceTitle } = found
      const asOf = query.asOf ?? services.today()
      return { ...document, sourceTitle, asOf, standing: standingOf({ ...document, supersededBy }, asOf) }
    },
  })
}

/** An id never looks like a path and holds nothing invisible. */
function mayBeId(id: string): boolean {
  return !/[\p{C}/\\]|\.\./u.test(id)
}
