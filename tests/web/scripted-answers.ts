import type { Answer, Citation, Sentence } from '../../src/answering/index.ts'
import { cite } from './scripted-documents.ts'
import { company } from './scripted-facts.ts'
import { incomeQuestion, verdictsFor } from './scripted-verdicts.ts'

/** What one scripted answer says; the server adds ids and text. */
export interface Script {
  readonly sentences: readonly Sentence[]
  readonly citations: readonly Citation[]
  readonly notices?: Answer['notices']
  readonly nextQuestion?: string
  readonly suggestions?: readonly string[]
  readonly status?: Answer['status']
  readonly completeness?: Answer['completeness']
  readonly verdicts?: Answer['verdicts']
  readonly profile?: Answer['profile']
  readonly factQuestion?: Answer['factQuestion']
  readonly reason?: string
}

const loan: Script = {
  citations: [
    cite('1', 'tech-performance-loan', 'premium-subsidy'),
    cite('2', 'tech-performance-loan', 'no-application'),
    cite('3', 'tech-performance-loan', 'confirm'),
    cite('4', 'tech-performance-loan', 'unknown-terms'),
  ],
  sentences: [
    sentence('给什么', '科技履约贷保费补贴的标准是企业实际支付保费的50%。', '1'),
    sentence('怎么办理', '免申即享：由合作银行与保险（担保）公司提交信息，企业不用交申请。', '2'),
    sentence('怎么办理', '公示后收到通知，须在3个工作日内登录平台确认账号，逾期视为放弃。', '3', '2'),
    sentence('还不知道', '贷款额度、利率、保费率和期限未查到。', '4'),
  ],
  notices: [{ code: 'ask-whom', place: 'after', text: '额度和利率请向上海市科委或合作银行核实。' }],
  suggestions: ['谁能享受科技履约贷', '要准备什么材料', '还有哪些贷款产品'],
}

const worded: Script = {
  ...loan,
  sentences: [
    { ...sentence('给什么', '简单说，科技履约贷按企业实际支付保费的50%给补贴。', '1'), support: 'full' },
    { ...sentence('怎么办理', '企业不用交申请，公示后3个工作日内登录平台确认就行。', '2', '3'), support: 'partial' },
    sentence('还不知道', '贷款额度、利率、保费率和期限未查到。', '4'),
  ],
  notices: [{ code: 'worded-by-model', place: 'after', text: '由语言模型润色，逐句核对过出处。' }],
}

const framework: Script = {
  citations: [cite('1', 'changning-1-plus-5', 'what'), cite('2', 'changning-tech-innovation-draft', 'status')],
  sentences: [
    sentence(null, '长宁区“1+5”政策体系由产业集群政策和五项专项政策组成。', '1'),
    sentence('【草案】科技创新', '长宁区支持科技创新的实施办法2025年3月31日公开征求意见，尚未见正式文本。', '2'),
  ],
}

const products: Script = {
  citations: [
    cite('1', 'tech-performance-loan', 'what'),
    cite('2', 'startup-guaranteed-loan', 'cap'),
    cite('3', 'changning-headquarters-2022', 'validity'),
    cite('4', 'changning-tech-innovation-draft', 'status'),
  ],
  sentences: [
    sentence(null, '科技履约贷是上海市科委牵头的科技信贷产品。', '1'),
    sentence(
      '上海市创业担保贷款',
      '额度按借款人分档：\n\n| 借款人 | 额度上限 |\n| --- | --- |\n| 个人 | 50万元 |\n| 创业组织 | 300万元 |',
      '2',
    ),
    sentence(null, '长宁区总部经济扶持办法（2022年版）有效期至2025年6月30日。', '3'),
  ],
  completeness: { complete: false, answered: 3, total: 5 },
}

const hostile: Script = {
  citations: [cite('1', 'tech-performance-loan', 'credit')],
  sentences: [sentence(null, '<img src=x onerror="document.title=1"> **不是粗体** [链接](javascript:alert(1))', '1')],
}

const needsFacts: Script = {
  citations: [],
  sentences: [],
  status: 'needs-facts',
  notices: [{ code: 'needs-facts', place: 'before', text: '还缺少企业的情况，暂时不能判断哪些政策合适。' }],
  nextQuestion: '您的企业有多少员工？',
  suggestions: ['45人', '200人左右'],
}

/** Longer than any screen is wide. */
const understood = `根据您说的：${'注册地：长宁区；所属行业：软件和信息技术服务业；上年营业收入：3600万元；'.repeat(3)}有不对的可以直接更正。`

const matched: Script = {
  reason: 'match',
  notices: [
    { code: 'changed', place: 'before', text: '已按您说的更正：从业人数：42人。' },
    { code: 'understood', place: 'before', text: understood },
    { code: 'match', place: 'before', text: '逐项判断：符合3项，可能符合6项，不符合4项。' },
  ],
  citations: [cite('1', 'tech-performance-loan', 'no-application')],
  sentences: [
    sentence('科技履约贷（含保费补贴）', '免申即享：由合作银行与保险（担保）公司提交信息，企业不用交申请。', '1'),
  ],
  verdicts: verdictsFor(undefined),
  profile: company,
  factQuestion: incomeQuestion,
  nextQuestion: incomeQuestion.text,
}

const long: Script = {
  citations: [cite('1', 'tech-performance-loan', 'credit')],
  sentences: Array.from({ length: 40 }, (_, index) => sentence('很长', `这是很长的回答里的第${index + 1}句话。`, '1')),
}

/** The answer to a question, by a word that occurs in it. */
export function scriptFor(question: string): Script {
  if (question.includes('<')) return hostile
  if (question.includes('很多政策')) return { ...matched, verdicts: verdictsFor(undefined, true) }
  if (question.includes('哪些政策')) return matched
  if (question.includes('润色')) return worded
  if (question.includes('1+5')) return framework
  if (question.includes('贷款产品')) return products
  if (question.includes('履约贷') || question.includes('慢')) return loan
  return question.includes('长回答') ? long : needsFacts
}

export function toAnswer(script: Script, ids: Pick<Answer, 'id' | 'conversationId' | 'locale'>): Answer {
  const { sentences, citations, notices = [], suggestions = [], nextQuestion = null } = script
  return {
    ...ids,
    status: script.status ?? 'answered',
    reason: script.reason ?? null,
    text: [...sentences, ...notices].map(({ text }) => text).join('\n'),
    sentences: [...sentences],
    notices,
    citations: [...citations],
    verdicts: script.verdicts ?? [],
    profile: script.profile ?? {},
    missingFacts: [],
    nextQuestion,
    factQuestion: script.factQuestion ?? null,
    suggestions: [...suggestions],
    completeness: script.completeness ?? { complete: true, answered: 1, total: 1 },
    asOf: '2026-11-23',
  }
}

function sentence(heading: string | null, text: string, ...citations: string[]): Sentence {
  return { heading, text, citations }
}
