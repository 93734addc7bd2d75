import { randomUUID } from 'node:crypto'
import { type Answer, type Citation, type Share, shareableAnswer, type Turn } from '../../src/answering/index.ts'
import { assessmentOf } from '../eligibility/sample-assessment.ts'

const quote = '科技履约贷的授信企业，可按实际支付保费的50%获得保费补贴，单个企业每年最高不超过50万元。'.repeat(3)

/** An exchange of realistic size: some 6 kB of JSON. */
export function sampleTurn(conversationId: string, question = '科技履约贷有补贴吗？'): Turn {
  return { question, answer: sampleAnswer(conversationId), askedAt: '2026-11-23T02:03:04.567Z' }
}

/** An exchange in which a company was judged. */
export function judgedTurn(conversationId: string): Turn {
  const turn = sampleTurn(conversationId, '我们42个人')
  const clause = { policyId: 'loan', anchor: 'size', number: 3, heading: '谁能享受' }
  const finding = {
    kind: 'condition' as const,
    outcome: 'met' as const,
    text: '从业人数：42人',
    clause,
    fact: 'employees',
  }
  const verdict = assessmentOf('loan', { title: '贷款', kind: 'loan', findings: [finding] })
  const profile = { employees: { value: 42, evidence: '42个人', turn: 1 } }
  return { ...turn, answer: { ...turn.answer, verdicts: [verdict], profile } }
}

export function sampleAnswer(conversationId: string): Answer {
  const citations = ['1', '2', '3', '4', '5'].map(sampleCitation)
  const sentences = citations.map(({ id }) => ({ text: quote, citations: [id], heading: '给什么' }))
  return {
    id: randomUUID(),
    conversationId,
    status: 'answered',
    reason: null,
    text: sentences.map(({ text }) => text).join('\n'),
    sentences,
    notices: [{ code: 'as-of', text: '以上按 2026-11-23 的政策回答。', place: 'after' }],
    citations,
    verdicts: [],
    profile: {},
    missingFacts: [],
    nextQuestion: null,
    factQuestion: null,
    suggestions: ['怎么申请？'],
    completeness: { complete: true, answered: 1, total: 1 },
    asOf: '2026-11-23',
    locale: 'zh-CN',
  }
}

function sampleCitation(id: string): Citation {
  return {
    id,
    policyId: 'tech-performance-loan',
    title: '科技履约贷（含保费补贴）',
    documentNumber: '沪科〔2025〕212号',
    clause: '给什么 · 第4条',
    anchor: 'premium-subsidy',
    quote,
    status: 'in-force',
    level: 'municipal',
    publishedOn: '2025',
    effectiveFrom: null,
    effectiveUntil: null,
    sourceTitle: '科技履约贷保费补贴通知',
    sourceUrl: null,
    digest: 'a'.repeat(64),
  }
}

/** A link to the answer of an exchange. */
export function sampleShare(turn: Turn): Share {
  const { conversationId, id: answerId } = turn.answer
  return {
    id: randomUUID(),
    conversationId,
    answerId,
    withVerdicts: false,
    sharedOn: '2026-11-23',
    until: '2027-02-21',
    answer: shareableAnswer(turn, false),
  }
}
