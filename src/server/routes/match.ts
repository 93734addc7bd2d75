import multipart from '@fastify/multipart'
import type { FastifyReply, onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Verdict } from '../../eligibility/index.ts'
import { type DeskEvent, FirmListError, type MatchDesk } from '../../reading/index.ts'
import { ErrorReply, type MatchEvent } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { localeOf } from '../locale.ts'
import { introduce, knownOwnerId, ownerOf } from '../owner.ts'
import { receiveList } from '../receive-list.ts'
import { sendEvents } from '../send-events.ts'

export interface MatchOptions {
  readonly services: AppServices
  readonly desk: MatchDesk
  readonly limitAsking: onRequestAsyncHookHandler[]
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
const errors = { '4xx': ErrorReply, '5xx': ErrorReply }

/** Matching a list of firms with the policies; only this route takes forms with files. */
export const matchRoutes: FastifyPluginAsyncZod<MatchOptions> = async (api, { services, desk, limitAsking }) => {
  await api.register(multipart)
  // Whatever else is sent is answered by saying how a list is sent.
  api.addContentTypeParser('*', (_request, _payload, done) => done(null))
  api.addHook('onClose', () => desk.close())

  api.post('/match', {
    schema: {
      summary: '用企业名单匹配政策（SSE）',
      description: [
        '表单（multipart/form-data）：`file` 为 .csv 或 .xlsx 名单（最多 20 MB、10 万行），',
        '可选 `asOf`、`policyId`（只看一项政策，为它找企业）、`format`（xlsx 或 csv）、`only`（如 eligible,undetermined）、`locale`。',
        '事件：match-start、match-progress、match-end（其中 `download` 是结果的地址，30 分钟内可下载一次）；中途出错时为 error。',
      ].join(''),
      tags: ['匹配'],
      consumes: ['multipart/form-data'],
      response: { 200: z.unknown().describe('text/event-stream'), ...errors },
    },
    onRequest: limitAsking,
    // A compressor would hold events back until its buffer is full.
    compress: false,
    handler: async (request, reply) => {
      const owner = ownerOf(request)
      const signal = signalOf(reply)
      const { list, fields } = await receiveList(request, desk)
      const wish = {
        ownerId: owner.id,
        asOf: fields.asOf ?? services.today(),
        locale: fields.locale ?? localeOf(request),
        policy: fields.policyId ?? null,
        format: fields.format ?? 'xlsx',
        only: fields.only ?? Verdict.options,
      }
      const events = desk.match(list, wish, signal)
      // A list that cannot be used is refused here, before anything is sent.
      const first = await events.next()
      introduce(owner, request, reply)
      return sendEvents(withFirst(first, events), services.settings, request, reply)
    },
  })

  api.get('/match/:id', {
    schema: {
      summary: '下载匹配结果（一次）',
      tags: ['匹配'],
      params: z.object({ id: z.string() }),
      response: { 200: z.unknown().describe('xlsx 或 csv 文件'), ...errors },
    },
    // A look at the headers would count as the one download.
    exposeHeadRoute: false,
    compress: false,
    handler: async (request, reply) => {
      const ownerId = knownOwnerId(request)
      const result = ownerId === null ? null : desk.find(request.params.id, ownerId)
      if (!result) throw new FirmListError('match-result-unknown')
      const format = result.fileName.endsWith('.csv') ? 'csv' : 'xlsx'
      reply.raw.once('finish', () => void result.remove())
      return reply
        .type(types[format])
        .header('content-length', result.bytes)
        .header('cache-control', 'no-store')
        .header(
          'content-disposition',
          `attachment; filename="match.${format}"; filename*=UTF-8''${encodeURIComponent(result.fileName)}`,
        )
        .send(result.open())
    },
  })
}

/** Aborts when the client goes away before its reply is complete. */
function signalOf(reply: FastifyReply): AbortSignal {
  const ending = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) ending.abort()
  })
  return ending.signal
}

async function* withFirst(
  first: IteratorResult<DeskEvent>,
  rest: AsyncGenerator<DeskEvent>,
): AsyncGenerator<MatchEvent> {
  try {
    for (let result = first; !result.done; result = await rest.next()) yield published(result.value)
  } finally {
    await rest.return(undefined)
  }
}

function published(event: DeskEvent): MatchEvent {
  if (event.type !== 'match-end') return event
  const { resultId, ...rest } = event
  return { ...rest, problems: [...rest.problems], download: `/v1/match/${resultId}` }
}
