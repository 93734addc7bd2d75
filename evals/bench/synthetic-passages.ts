import type { SourceDocument } from '../../src/policy/index.ts'

const passagesPerDocument = 10
const words = (
  '企业 申请 补贴 贷款 研发 费用 加计 扣除 高新 技术 认定 小微 中小 专精特新 小巨人 长宁区 上海市 国家 税收 优惠 减免 租金 ' +
  '国有 房屋 保费 担保 贴息 利率 期限 额度 万元 比例 条件 材料 流程 窗口 截止 有效期 年度 项目 资金 奖励 人才 落户 住房 ' +
  '绿色 低碳 节能 质量 品牌 标准 知识产权 专利 软件 集成电路 人工智能 数据 平台 园区 总部 经济 外资 出口 信用 保险 银行 ' +
  '科技 履约 创新 创业 孵化 就业 社保 稳岗 培训 技能 提升 行动 计划 办法 通知 细则 规定 实施 管理 审核 公示 拨付 监督 ' +
  '营业收入 利润 资产 员工 人数 注册 纳税 登记 法人 独立 诚信 失信 处罚 安全 生产 环保 行业 制造 服务 零售 餐饮 物流 交通'
).split(' ')

/** Always the same documents for a size: sentences of policy words, common ones more often than rare ones. */
export function syntheticDocuments(passages: number): SourceDocument[] {
  const next = randomNumbers(passages)
  return Array.from({ length: Math.ceil(passages / passagesPerDocument) }, (_, i) => syntheticDocument(i, next))
}

export function syntheticQuestions(count: number): string[] {
  const next = randomNumbers(7)
  return Array.from({ length: count }, () => `${pickWords(next, 6).join('')}有哪些${pickWords(next, 2).join('')}？`)
}

function syntheticDocument(number: number, next: () => number): SourceDocument {
  const id = `synthetic-${number}`
  const texts = Array.from({ length: passagesPerDocument }, () => sentence(next))
  const passages = texts.map((text, i) => {
    const start = i * text.length
    const place = { start, bodyStart: start, end: start + text.length, validFrom: null, validUntil: null }
    return { id: `${id}#c${i}`, documentId: id, anchor: `c${i}`, headings: ['给什么'], text, ...place }
  })
  const dates = { publishedOn: null, effectiveFrom: null, effectiveUntil: number % 5 === 0 ? '2025-12-31' : null }
  const title = `关于${pickWords(next, 4).join('')}的办法`
  const rest = { documentNumber: null, level: null, kind: null, sourceUrl: null, aliases: [], text: '' }
  return { id, origin: 'original', title, status: 'in-force', ...rest, ...dates, passages }
}

function sentence(next: () => number): string {
  return `${pickWords(next, 20).join('')}，${pickWords(next, 20).join('')}${Math.floor(next() * 1000)}万元。`
}

/** Squaring favours the front of the list, as language favours its common words. */
function pickWords(next: () => number, count: number): string[] {
  return Array.from({ length: count }, () => words[Math.floor(next() ** 2 * words.length)] ?? '')
}

/** mulberry32 */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
