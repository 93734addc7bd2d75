import { createHash } from 'node:crypto'
import type { Answer, AskRequest, Assistant, Citation, Sentence } from '../../src/answering/index.ts'

/** What the double says to a question; everything not given is filled in soundly. */
export interface Script {
  readonly status?: Answer['status']
  readonly sentences?: readonly Pick<Sentence, 'text' | 'citations'>[]
  readonly citations?: readonly Citation[]
  readonly notice?: string
}

/** An assistant that answers from a script and notes what it was asked. */
export function scriptedAssistant(scripts: Readonly<Record<string, Script>>): Assistant & { asked: AskRequest[] } {
  const asked: AskRequest[] = []
  return {
    asked,
    async *ask(request) {
      asked.push(request)
      const script = scripts[request.message]
      if (!script) throw new Error(`nothing scripted for ${request.message}`)
      yield { type: 'answer-end', answer: scriptedAnswer(script, request) }
    },
  }
}

export function scriptedAnswer(script: Script, request?: AskRequest): Answer {
  const sentences = (script.sentences ?? []).map((sentence) => ({ heading: null, ...sentence }))
  const notices = script.notice ? [{ code: 'scripted', text: script.notice, place: 'after' as const }] : []
  return {
    id: 'answer-1',
    conversationId: request?.conversationId ?? 'conversation-1',
    status: script.status ?? 'answered',
    reason: null,
    text: [...sentences, ...notices].map(({ text }) => text).join('\n'),
    sentences,
    notices,
    citations: [...(script.citations ?? [])],
    verdicts: [],
    profile: {},
    missingFacts: [],
    nextQuestion: null,
    factQuestion: null,
    suggestions: [],
    completeness: { complete: true, answered: 1, total: 1 },
    asOf: request?.asOf ?? '2026-11-23',
    locale: 'zh-CN',
  }
}

export function scriptedCitation(quote: string, changes: Partial<Citation> = {}): Citation {
  return {
    id: '1',
    policyId: 'rent-help',
    title: '房租补贴',
    documentNumber: '长发改规〔2024〕9号',
    clause: '给什么 · 第2条',
    anchor: 'amount',
    quote,
    status: 'in-force',
    level: 'district',
    publishedOn: null,
    effectiveFrom: null,
    effectiveUntil: null,
    sourceTitle: '房租补贴',
    sourceUrl: null,
    digest: createHash('sha256').update(quote).digest('hex'),
    ...changes,
  }
}
