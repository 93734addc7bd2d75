import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Answer, AnswerEvent } from '../../src/answering/index.ts'
import type { FactValue } from '../../src/eligibility/index.ts'
import type { ChatRequest, ConversationReply, FeedbackRequest } from '../../src/server/api.ts'
import { sendPageFile } from './page-files.ts'
import { scriptFor, toAnswer } from './scripted-answers.ts'
import { dates } from './scripted-dates.ts'
import { documents } from './scripted-documents.ts'
import { facts } from './scripted-facts.ts'
import { firmReplies, summaryOf } from './scripted-firm.ts'
import { policies, ScriptedMatching } from './scripted-matching.ts'
import { incomeQuestion, verdictsFor } from './scripted-verdicts.ts'

interface AssessmentRequest {
  readonly profile: Readonly<Record<string, FactValue>>
  readonly policyIds?: readonly string[]
  readonly asOf?: string
  readonly locale: string
}

/**
 * A stand-in that speaks the HTTP contract of `src/server/api.ts`, so that the page can be tested by itself.
 * Words in a question direct it: 慢 waits after its first sentence for `release`, 断开 breaks off, 出错 fails once, 太快 is refused.
 */
export class ScriptedServer {
  readonly questions: ChatRequest[] = []
  readonly feedback: FeedbackRequest[] = []
  /** What was asked of `POST /v1/assessments`. */
  readonly assessments: AssessmentRequest[] = []
  readonly matching = new ScriptedMatching()
  readonly conversations = new Map<string, ConversationReply>()
  /** How many answers the browser gave up. */
  abandoned = 0
  private waiting: (() => void)[] = []
  private readonly server: Server
  private readonly pageFolder: string

  constructor(pageFolder: string) {
    this.pageFolder = pageFolder
    this.server = createServer((request, response) => void this.route(request, response))
  }

  /** Listens on a free port and returns the page's address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    // A server that listens on TCP has an address with a port.
    const { port } = this.server.address() as AddressInfo
    return `http://127.0.0.1:${port}/`
  }

  /** Lets the answers to slow questions go on. */
  release(): void {
    for (const goOn of this.waiting.splice(0)) goOn()
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [, resource, id = ''] = pathname.match(/^\/v1\/([\w-]+)(?:\/(.+))?$/) ?? []
    switch (resource) {
      case 'chat':
        return this.answer(JSON.parse(await text(request)), response)
      case 'feedback':
        this.feedback.push(JSON.parse(await text(request)))
        return response.writeHead(204).end()
      case 'conversations':
        return this.handleConversation(id, request, response)
      case 'documents': {
        const document = documents.find((each) => each.id === id)
        return document === undefined ? refuse(response, 404, '没有这份文件。') : sendJson(response, 200, document)
      }
      case 'facts':
        return sendJson(response, 200, { facts })
      case 'assessments':
        return this.assess(JSON.parse(await text(request)), response)
      case 'policies':
        if (id !== '' && id !== 'dates') return refuse(response, 404, '没有这项政策。')
        return sendJson(response, 200, id === 'dates' ? dates : { asOf: '2026-11-23', total: 108, policies })
      case 'match':
        return this.matching.handle(id, request, response)
      case 'fact-questions':
      case 'size-class':
      case 'growth-path':
        return sendJson(response, 200, firmReplies[resource])
      default:
        return sendPageFile(response, pathname, this.pageFolder)
    }
  }

  private assess(asked: AssessmentRequest, response: ServerResponse): unknown {
    this.assessments.push(asked)
    const income = asked.profile.taxableIncome
    const isKnown = income !== undefined && 'value' in income
    const verdicts = verdictsFor(isKnown ? Number(income.value) : undefined)
    // Another order than the answer had: the page has to keep the one that came last.
    const { policyIds } = asked
    const assessments = policyIds
      ? verdicts.filter(({ policyId }) => policyIds.includes(policyId))
      : verdicts.toReversed()
    const factQuestion = isKnown ? null : incomeQuestion
    return sendJson(response, 200, {
      asOf: asked.asOf ?? '2026-11-23',
      ...summaryOf(assessments),
      assessments,
      clauses: {},
      factQuestion,
    })
  }

  private handleConversation(id: string, request: IncomingMessage, response: ServerResponse): unknown {
    const conversation = this.conversations.get(id)
    if (conversation === undefined) return refuse(response, 404, '找不到这次对话。')
    if (request.method !== 'DELETE') return sendJson(response, 200, conversation)
    this.conversations.delete(id)
    return response.writeHead(204).end()
  }

  private async answer(chat: ChatRequest, response: ServerResponse): Promise<unknown> {
    this.questions.push(chat)
    const { message, conversationId = randomUUID() } = chat
    if (message.includes('太快')) return refuse(response, 429, '提问太频繁，请在一分钟后再试。')
    const askedBefore = this.questions.filter((each) => each.message === message).length
    if (message.includes('出错') && askedBefore === 1) return response.writeHead(502).end('<h1>Bad gateway</h1>')
    const events = eventsFor(chat, conversationId)
    const shown = events.findIndex(({ type }) => type === 'sentence-ready') + 1
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(': hello\r\n\r\n')
    for (const event of events.slice(0, shown)) writeEvent(response, event)
    if (message.includes('断开')) return response.end()
    if (message.includes('慢')) await this.wait(response)
    if (response.destroyed) return this.abandoned++
    for (const event of events.slice(shown)) writeEvent(response, event)
    this.keep(conversationId, message, events)
    return response.end()
  }

  private wait(response: ServerResponse): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      response.on('close', resolve)
    })
  }

  private keep(id: string, question: string, events: readonly AnswerEvent[]): void {
    const last = events.at(-1)
    if (last?.type !== 'answer-end') return
    const turns = this.conversations.get(id)?.turns ?? []
    const turn = { question, answer: last.answer, askedAt: '2026-11-23T10:00:00Z' }
    this.conversations.set(id, { id, turns: [...turns, turn] })
  }
}

function eventsFor({ message, locale = 'zh-CN', profile }: ChatRequest, conversationId: string): AnswerEvent[] {
  const script = scriptFor(message)
  // The page sends facts as an answer holds them, with their evidence.
  const known = profile === undefined ? script : { ...script, profile: profile as Answer['profile'] }
  const answer = toAnswer(known, { id: randomUUID(), conversationId, locale })
  return [
    { type: 'answer-start', id: answer.id, conversationId, asOf: answer.asOf },
    { type: 'step-end', step: 'read', durationMs: 2 },
    { type: 'step-end', step: 'retrieve', durationMs: 9 },
    ...script.citations.map((citation) => ({ type: 'citation-ready' as const, citation })),
    ...script.sentences.map((sentence) => ({ type: 'sentence-ready' as const, sentence })),
    ...(answer.verdicts.length > 0 ? [verdictsEvent(answer)] : []),
    { type: 'answer-end', answer },
  ]
}

function verdictsEvent({ verdicts, profile, factQuestion }: Answer): AnswerEvent {
  return { type: 'verdicts-ready', verdicts, profile, factQuestion, isListed: true }
}

/** Writes an event in two pieces that cut a Chinese character, as networks do. */
function writeEvent(response: ServerResponse, event: AnswerEvent): void {
  const bytes = Buffer.from(`event: ${event.type}\r\ndata: ${JSON.stringify(event)}\r\n\r\n`)
  const cut = Math.max(bytes.findIndex((byte) => byte > 0x7f) + 1, 1)
  response.write(bytes.subarray(0, cut))
  response.write(bytes.subarray(cut))
}

function refuse(response: ServerResponse, status: number, message: string): unknown {
  return sendJson(response, status, { error: { code: 'scripted', message } })
}

function sendJson(response: ServerResponse, status: number, body: unknown): unknown {
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
