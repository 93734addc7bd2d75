import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { exportBlocks, exportFileName, Locale, markdownOf } from '../../answering/index.ts'
import { ErrorReply } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'
import { localeOf } from '../locale.ts'
import { knownOwnerId } from '../owner.ts'

const types = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** One's own answers as a file, with the passage behind every mark. */
export const exportRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  api.get('/conversations/:id/export', {
    schema: {
      summary: '把自己的对话或其中一条回答导出为 Markdown 或 Word 文件',
      tags: ['对话'],
      params: z.object({ id: z.uuid() }),
      querystring: z.strictObject({
        format: z.enum(['md', 'docx']),
        /** Only this answer. */
        answerId: z.uuid().optional(),
        locale: Locale.optional(),
      }),
      response: { 200: z.unknown().describe('md 或 docx 文件'), '4xx': ErrorReply },
    },
    handler: async (request, reply) => {
      const { format, answerId, locale = localeOf(request) } = request.query
      const ownerId = knownOwnerId(request)
      const turns = ownerId === null ? null : await services.conversations.turns(request.params.id, ownerId)
      if (!turns) throw new RequestError('conversation-unknown')
      const chosen = turns.filter(({ answer }) => answerId === undefined || answer.id === answerId)
      if (chosen.length === 0) throw new RequestError('answer-unknown')
      const madeOn = services.today()
      const labelOfFact = (key: string) => services.eligibility.assessor.label(key, locale)
      const blocks = exportBlocks(chosen, { madeOn, locale, labelOfFact })
      const name = exportFileName(locale, madeOn)
      const file = format === 'md' ? markdownOf(blocks) : Buffer.from(await services.writeWord(blocks, name))
      return reply
        .type(types[format])
        .header('cache-control', 'no-store')
        .header(
          'content-disposition',
          `attachment; filename="answers-${madeOn}.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
        )
        .send(file)
    },
  })
}
