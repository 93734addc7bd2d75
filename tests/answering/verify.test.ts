import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftSentence } from '../../src/answering/draft.ts'
import { verify } from '../../src/answering/steps/verify.ts'
import { type Policy, policyDocument } from '../../src/policy/index.ts'
import { codesOf, sampleAssistant, today } from './sample-assistant.ts'
import { samplePolicies, writePolicy } from './sample-policies.ts'

const subsidy = writePolicy({ id: 'shixian', title: '示现补贴', documentNumbers: ['示发〔2026〕9号'] }, [
  ['给什么', 'grant|示现补贴按实际支出的30%补贴，每户最高50万元。'],
  ['有效期', 'until|示现补贴自2026年1月1日起施行，文号示发〔2026〕9号。'],
])

describe('a sentence', () => {
  test.each([
    ['示现补贴按30%补贴。', true],
    ['示现补贴最高五十万元。', true],
    ['示现补贴最高500000元。', true],
    ['示现补贴按百分之三十补贴。', true],
    ['示现补贴面向本地企业。', true],
    ['示现补贴按40%补贴。', false],
    ['示现补贴最高60万元。', false],
    ['示现补贴每户最高50万元，另奖5万元。', false],
    ['示现补贴最高50元。', false],
    ['示现补贴自2026年1月1日起施行。', false],
    ['示现补贴依据示发〔2026〕9号。', false],
    ['示现补贴持续3年。', false],
  ])('「%s」 stands only if the amounts clause that it cites has its figures: %s', async (text, isKept) => {
    const { sentences } = await check(subsidy, [sentenceOf(subsidy, text, ['grant'])])
    expect(sentences.map((sentence) => sentence.text)).toEqual(isKept ? [text] : [])
  })

  test('may take its figures from all passages that it cites', async () => {
    const text = '示现补贴自2026年1月1日起按30%补贴，文号示发〔2026〕9号。'
    const { sentences, citations } = await check(subsidy, [sentenceOf(subsidy, text, ['grant', 'until'])])
    expect(sentences[0]?.citations).toEqual(citations.map(({ id }) => id))
    expect(citations).toHaveLength(2)
  })

  test('without a passage is dropped, however harmless', async () => {
    const verified = await check(subsidy, [{ text: '企业可以申请。', heading: null, passages: [] }])
    expect(verified).toEqual({ sentences: [], citations: [], dropped: 1 })
  })

  test('is dropped when its document is gone, or no longer has the passage', async () => {
    const draft = sentenceOf(subsidy, '示现补贴按30%补贴。', ['grant'])
    const changed = writePolicy({ id: 'shixian', title: '示现补贴' }, [['给什么', 'grant|示现补贴按35%补贴。']])
    expect((await check(null, [draft])).dropped).toBe(1)
    expect((await check(changed, [draft])).dropped).toBe(1)
  })

  test('that is dropped leaves no citation behind, and the marks count on without a gap', async () => {
    const verified = await check(subsidy, [
      sentenceOf(subsidy, '示现补贴按90%补贴。', ['until']),
      sentenceOf(subsidy, '示现补贴按30%补贴。', ['grant']),
      sentenceOf(subsidy, '示现补贴文号示发〔2026〕9号。', ['until']),
    ])
    expect(verified.citations.map(({ id, anchor }) => [id, anchor])).toEqual([
      ['1', 'grant'],
      ['2', 'until'],
    ])
  })

  test('in the words of any clause is kept, and its quote is a verbatim slice of the document', async () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(words, async (texts) => {
        const policy = policyOfTexts(texts)
        const drafts = policy.clauses.map(({ anchor, text }) => sentenceOf(policy, text, [anchor]))
        const { sentences, citations, dropped } = await check(policy, drafts)
        const byId = new Map(citations.map((citation) => [citation.id, citation]))
        expect(dropped).toBe(0)
        for (const { text, citations: marks } of sentences)
          expect(marks.map((mark) => byId.get(mark)?.quote)).toEqual([text])
        for (const { quote, digest } of citations) {
          expect(policyDocument(policy).text).toContain(quote)
          expect(digest).toBe(digestOf(quote))
        }
      }),
    )
  })

  test('with any other amount than that of its clause is dropped', async () => {
    const amount = fc.integer({ min: 1, max: 99_999 })
    await fc.assert(
      fc.asyncProperty(amount, amount, async (stated, claimed) => {
        const policy = policyOfTexts([`每户最高${stated}万元。`])
        const { sentences } = await check(policy, [sentenceOf(policy, `可得${claimed}万元。`, ['c0'])])
        expect(sentences.length).toBe(stated === claimed ? 1 : 0)
      }),
    )
  })
})

describe('an answer', () => {
  test('none of whose sentences survives has failed and says so, without the remarks around them', async () => {
    const { ask, forget } = sampleAssistant()
    forget('yunfan-loan')
    const answer = await ask('云帆贷2024年放了几笔')
    expect(answer).toMatchObject({ status: 'failed', reason: 'unverifiable', sentences: [], citations: [] })
    expect(codesOf(answer)).toEqual(['unverifiable'])
    expect(answer.text).not.toBe('')
  })

  test('keeps what survives when one of its documents is gone', async () => {
    const { ask, forget } = sampleAssistant()
    forget('yunfan-loan')
    const answer = await ask('云帆贷和海棠贷有什么区别')
    expect(new Set(answer.citations.map(({ policyId }) => policyId))).toEqual(new Set(['haitang-loan']))
  })

  test('cites title, document number, clause and standing of the document', async () => {
    const { ask } = sampleAssistant()
    const [citation] = (await ask('云帆贷额度多少')).citations
    const cap = samplePolicies[0]?.clauses.find(({ anchor }) => anchor === 'cap')
    expect(citation).toMatchObject({
      id: '1',
      title: '云帆贷',
      documentNumber: '示发〔2026〕7号',
      clause: `给什么 · 第${cap?.number}条`,
      quote: cap?.text,
      status: 'in-force',
      sourceUrl: null,
    })
  })
})

function check(policy: Policy | null, drafts: readonly DraftSentence[]) {
  const source = policy && { document: policyDocument(policy), supersededBy: null, sourceTitle: '通知' }
  return verify(drafts, today, 'zh-CN', { findDocument: async () => source, digestOf })
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function sentenceOf(policy: Policy, text: string, anchors: readonly string[]): DraftSentence {
  const { passages } = policyDocument(policy)
  return { text, heading: null, passages: passages.filter(({ anchor }) => anchors.includes(anchor)) }
}

function policyOfTexts(texts: readonly string[]): Policy {
  const clauses = texts.map((text, index) => ({
    anchor: `c${index}`,
    number: index + 1,
    heading: '给什么' as const,
    topics: ['amount' as const],
    text,
    from: null,
    until: null,
    nature: null,
    line: 1,
  }))
  return { ...subsidy, clauses }
}
