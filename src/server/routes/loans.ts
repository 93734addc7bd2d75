import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IsoDate } from '../../policy/index.ts'
import { ErrorReply, LoanTable } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { loanTable } from '../loan-table.ts'

/** Loans, guarantees and interest subsidies side by side. */
export const loanRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  api.get('/loans', {
    schema: {
      summary: '贷款、担保、贴息的条件对照',
      description: '每一格是说到它的条款原话；没有的，`unknown` 指出写明“未查到”的条款。',
      tags: ['政策'],
      querystring: z.strictObject({ asOf: IsoDate.optional() }),
      response: { 200: LoanTable, '4xx': ErrorReply },
    },
    handler: async ({ query }) => loanTable(services.policies, query.asOf ?? services.today()),
  })
}
