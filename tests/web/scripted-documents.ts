import { createHash } from 'node:crypto'
import type { Citation } from '../../src/answering/index.ts'
import type { DocumentReply } from '../../src/server/api.ts'

type Passages = DocumentReply['passages']

const asOf = '2026-11-23'

/** Documents of the scripted server; the wording follows the corpus. */
export const documents: readonly DocumentReply[] = [
  document('tech-performance-loan', '科技履约贷（含保费补贴）', '沪科〔2025〕212号', {
    publishedOn: '2025',
    sourceTitle: '科技履约贷保费补贴2024至2025年度通知',
    passages: [
      passage('what', '这是什么', '科技履约贷是上海市科委牵头的科技信贷产品，由合作银行与保险公司或担保公司共担风险。'),
      passage('borrower', '谁能享受', '科技履约贷保费补贴面向科技履约贷、科技微贷通的授信企业。'),
      passage('credit', '谁能享受', '享受科技履约贷保费补贴的企业须信用状况良好，且不在严重失信主体名单。'),
      passage('premium-subsidy', '给什么', '科技履约贷保费补贴的标准是企业实际支付保费的50%。'),
      passage(
        'no-application',
        '怎么办理',
        '科技履约贷保费补贴免申即享：由合作银行与保险（担保）公司提交信息，市科委常年受理，企业不用交申请。',
      ),
      passage(
        'confirm',
        '怎么办理',
        '科技履约贷保费补贴公示后，企业收到通知须在3个工作日内登录上海市科技金融信息服务平台或一网通办确认账号，逾期视为放弃。',
      ),
      passage('annual', '有效期', '科技履约贷保费补贴按年度发通知，后续年度以新通知为准。'),
      passage('contact', '找谁问', '科技履约贷可向上海市科委咨询；联系电话未查到。'),
      passage('unknown-terms', '还不知道', '科技履约贷的贷款额度、利率、保费率、期限和贷款申请条件未查到。'),
    ],
  }),
  document('changning-1-plus-5', '长宁区“1+5”政策体系', '长发改〔2025〕15号', {
    publishedOn: '2025-04-11',
    sourceTitle: '对区政协十五届四次会议第072号提案的答复',
    sourceUrl: 'https://example.invalid/changning/15',
    passages: [passage('what', '这是什么', '长宁区“1+5”政策体系由产业集群政策和五项专项政策组成。')],
  }),
  document('changning-tech-innovation-draft', '长宁区支持科技创新的实施办法（征求意见稿）', null, {
    standing: 'draft',
    publishedOn: '2025-03-31',
    passages: [passage('status', '有效期', '长宁区支持科技创新的实施办法2025年3月31日公开征求意见，尚未见正式文本。')],
  }),
  document('changning-headquarters-2022', '长宁区总部经济扶持办法（2022年版）', '长府规〔2022〕1号', {
    standing: 'superseded',
    publishedOn: '2022-06',
    effectiveFrom: '2022-07-01',
    effectiveUntil: '2025-06-30',
    passages: [passage('validity', '有效期', '长宁区总部经济扶持办法（2022年版）有效期至2025年6月30日。')],
  }),
  document('high-tech-enterprise', '高新技术企业认定', '国科发火〔2016〕32号', {
    publishedOn: '2016-01-29',
    effectiveFrom: '2016-01-01',
    passages: [
      passage('one-year', '谁能享受', '申请高新技术企业，申请时须注册成立满一年（365个日历天）。'),
      passage('tech-staff', '谁能享受', '高新技术企业的科技人员占当年职工总数的比例不低于10%。'),
      passage('rd-ratio-small', '谁能享受', '最近一年销售收入不超过5000万元的，研发费用占比不低于5%。'),
      passage('tax-rate', '给什么', '有效期内的高新技术企业，企业所得税减按15%的税率缴纳。'),
    ],
  }),
  document('startup-guaranteed-loan', '上海市创业担保贷款', null, {
    standing: 'unverified',
    passages: [
      passage(
        'cap',
        '给什么',
        '创业担保贷款的额度按借款人分档：\n\n| 借款人 | 额度上限 |\n| --- | --- |\n| 个人 | 50万元 |\n| 创业组织 | 300万元 |',
      ),
    ],
  }),
]

/** A citation of one clause of a scripted document, as the server would word it. */
export function cite(id: string, documentId: string, anchor: string): Citation {
  const cited = documents.find((each) => each.id === documentId)
  const index = cited?.passages.findIndex((each) => each.anchor === anchor) ?? -1
  const passage = cited?.passages[index]
  if (cited === undefined || passage === undefined) throw new Error(`no scripted clause ${documentId}#${anchor}`)
  const { standing, title, documentNumber, publishedOn, effectiveFrom, effectiveUntil, sourceTitle, sourceUrl } = cited
  return {
    id,
    policyId: documentId,
    title,
    documentNumber,
    clause: `${passage.headings[0]} · 第${index + 1}条`,
    anchor,
    quote: passage.text,
    status: standing,
    level: null,
    publishedOn,
    effectiveFrom,
    effectiveUntil,
    sourceTitle,
    sourceUrl,
    digest: createHash('sha256').update(passage.text).digest('hex'),
  }
}

function document(
  id: string,
  title: string,
  documentNumber: string | null,
  rest: Partial<DocumentReply> & { passages: Passages },
): DocumentReply {
  const dates = { publishedOn: null, effectiveFrom: null, effectiveUntil: null }
  const source = { sourceTitle: title, sourceUrl: null }
  return { id, origin: 'policy', title, documentNumber, standing: 'in-force', ...dates, ...source, asOf, ...rest }
}

function passage(anchor: string, heading: string, text: string): Passages[number] {
  return { anchor, headings: [heading], text }
}
