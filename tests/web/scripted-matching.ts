import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { MatchEvent, PolicyList } from '../../src/server/api.ts'

/** Policies that firms can be sought for. */
export const policies: PolicyList['policies'] = [
  policy('high-tech-enterprise', '高新技术企业认定', 'High-tech enterprise', '国科发火〔2016〕32号'),
  policy('tech-performance-loan', '科技履约贷（含保费补贴）', 'Technology performance loan', '沪科〔2025〕212号'),
  policy('specialized-sme', '专精特新中小企业认定', 'Specialised SME', null),
]

interface Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly fileName: string
  readonly text: string
  readonly language: string
}

/**
 * Matching as `src/server/routes/match.ts` does it. Words in a file's name direct it: 慢 waits between its steps for
 * `step`, 断开 breaks off, 看不懂 is refused, 太多 has more problems than are listed.
 */
export class ScriptedMatching {
  readonly uploads: Upload[] = []
  /** How many matchings the browser gave up. */
  abandoned = 0
  private goOn: () => void = () => {}

  /** Lets a slow matching take its next step. */
  step(): void {
    this.goOn()
  }

  async handle(id: string, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    if (id !== '') return sendResult(response)
    const upload = await readUpload(request)
    this.uploads.push(upload)
    if (upload.fileName.includes('看不懂')) return refuse(response, upload)
    response.on('close', () => {
      if (!response.writableFinished) this.abandoned++
    })
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    for (const event of eventsFor(upload)) {
      if (upload.fileName.includes('慢')) await new Promise<void>((resolve) => (this.goOn = resolve))
      if (event.type === 'match-end' && upload.fileName.includes('断开')) return response.end()
      response.write(`event: ${event.type}\r\ndata: ${JSON.stringify(event)}\r\n\r\n`)
    }
    return response.end()
  }
}

async function readUpload(request: IncomingMessage): Promise<Upload> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(await buffer(request)), { headers }).formData()
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const file = form.get('file')
  const { name, text } = file instanceof File ? { name: file.name, text: await file.text() } : { name: '', text: '' }
  return {
    fields: Object.fromEntries(fields),
    fileName: name,
    text,
    language: request.headers['accept-language'] ?? '',
  }
}

function eventsFor({ fileName }: Upload): MatchEvent[] {
  const isMany = fileName.includes('太多')
  const problems = Array.from({ length: isMany ? 100 : 2 }, (_, index) => ({
    row: index + 4,
    column: '成立日期',
    value: index === 0 ? '很久以前' : '',
    message: '读不懂这个值，按未知处理；应为日期，如 2021-03-01',
  }))
  return [
    { type: 'match-start', firms: 400, policies: 78 },
    ...[100, 110, 320, 400].map((done) => ({ type: 'match-progress' as const, done, total: 400 })),
    {
      type: 'match-end',
      summary: {
        asOf: '2026-11-23',
        firms: 400,
        policies: 78,
        counts: { eligible: 1200, undetermined: 20_000, ineligible: 10_000 },
        firmsWithEligible: 320,
        problems: isMany ? 240 : 2,
        columns: [
          { header: '注册地', label: '注册地' },
          { header: '研发占比（%）', label: '上年研发费用占营业收入' },
        ],
        unknownColumns: ['备注'],
        rows: 31_200,
      },
      problems,
      download: '/v1/match/0b0e',
    },
  ]
}

function sendResult(response: ServerResponse): unknown {
  const headers = { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="match.csv"' }
  return response.writeHead(200, headers).end('企业名称,政策,结论\r\n')
}

function refuse(response: ServerResponse, { fileName, language }: Upload): unknown {
  const message = language === 'en' ? 'No heading was understood.' : `没有看懂“${fileName}”的表头。`
  const body = JSON.stringify({ error: { code: 'list-header-unknown', message } })
  return response.writeHead(400, { 'content-type': 'application/json' }).end(body)
}

function policy(id: string, title: string, titleEn: string, documentNumber: string | null) {
  const rest = { level: 'municipal', kind: 'qualification', part: null, categories: [], standing: 'in-force' } as const
  const open = { effectiveUntil: null, window: null, clause: null }
  return { id, title, titleEn, documentNumber, ...rest, ...open, categories: [] }
}
