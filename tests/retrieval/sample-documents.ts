import type { Passage, SourceDocument } from '../../src/policy/index.ts'

/** A document in force without end, cut into one passage per given text. */
export function sampleDocument(
  id: string,
  title: string,
  texts: readonly string[],
  overrides: Partial<SourceDocument> = {},
): SourceDocument {
  let end = 0
  const passages: Passage[] = texts.map((text, i) => {
    const start = end
    end += text.length
    const place = { start, bodyStart: start, end, validFrom: null, validUntil: null }
    return { id: `${id}#c${i + 1}`, documentId: id, anchor: `c${i + 1}`, headings: ['给什么'], text, ...place }
  })
  return {
    id,
    origin: 'policy',
    title,
    documentNumber: null,
    level: 'municipal',
    kind: 'loan',
    status: 'in-force',
    publishedOn: null,
    effectiveFrom: null,
    effectiveUntil: null,
    sourceUrl: null,
    aliases: [],
    text: texts.join(''),
    passages,
    ...overrides,
  }
}

export const performanceLoan = sampleDocument('tech-performance-loan', '科技履约贷', [
  '科技履约贷的授信企业，可按实际支付保费的50%获得保费补贴。',
  '科技履约贷面向上海市科技型中小企业，由保险公司承保。',
  '科技履约贷的贷款期限和利率未查到，请咨询上海市科学技术委员会。',
])

export const rentRelief = sampleDocument(
  'rent-relief',
  '租金减免办法',
  ['承租国有房屋的小微企业，免收三个月租金。', '申请租金减免，应向出租方提交营业执照。'],
  {
    level: 'district',
    kind: 'grant',
    effectiveFrom: '2025-01-01',
    effectiveUntil: '2025-12-31',
    aliases: ['房租减免'],
  },
)

export const highTech = sampleDocument(
  'high-tech-enterprise',
  '高新技术企业认定',
  ['高新技术企业减按15%的税率征收企业所得税。', '高新技术企业资格有效期为三年。'],
  { level: 'national', kind: 'qualification', aliases: ['高企'] },
)

export const allSamples = [performanceLoan, rentRelief, highTech]
