import type { Outcome, Verdict } from '../eligibility/index.ts'
import type { Standing } from '../policy/index.ts'

/** What a program, and the model behind it, is told of the tools. */
export const instructions = [
  '惠企政策通：上海市长宁区企业可用的国家、上海市、长宁区政策与贷款产品。',
  '符合与否由规则按企业信息判定，不要自行改判；没有查到的就说没有查到。',
  '转述金额、期限、条件时，请逐字引用 citations 里的 quote，并注明政策名、文号和条款。',
  '不承诺获批，不推荐银行。企业自己的话用 match_policies 的 text 交来即可。',
].join('\n')

export const about = {
  search: {
    title: '查政策原文',
    description: '按一句话查政策条款，返回原文片段及出处。默认只查当天有效的；coverage 低说明资料里多半没有答案。',
  },
  match: {
    title: '匹配政策',
    description:
      '按企业信息逐项判断全部政策（或 policyIds 指定的几项）：符合、可能符合、不符合及理由，每条理由附条款原文。企业情况用 text 写（一家企业，如“42人的软件公司，去年营收3600万”），或用 profile 给（写法同 read_profile 的结果）；两者都有时以 profile 为准。',
  },
  read: {
    title: '读取企业信息',
    description: '从一段话里读出企业信息（人数、营收、行业、资质等），每项附原话。不判断政策，不保存。',
  },
  get: { title: '读一项政策', description: '按编号读取一项政策：效力、日期、办理部门和当天有效的全部条款原文。' },
} as const

/** What the parameters mean. */
export const parameters = {
  asOf: '按哪一天的规定，写作 2026-11-23 的样子；默认今天（上海）',
  query: '要查的内容，一句话，最多 {limit} 个字',
  level: 'national 国家、municipal 上海市、district 长宁区',
  kind: '政策类型',
  limit: '最多返回几段，默认 5',
  text: '企业自己的话，最多 {limit} 个字',
  profile:
    '企业信息：键与值的写法同 read_profile 的结果；金额以元计，比例以小数计，日期如 2021-03-01，行业为 GB/T 4754 代码',
  policyIds: '只判断这些政策（编号），给出完整理由；默认全部',
  id: '政策编号，如 tech-performance-loan；可从 search_policies 的结果里取',
} as const

export const errors = {
  'arguments-invalid': '参数有误：{problems}',
  'query-without-words': 'query 里没有文字。请用一句话写下要查的内容，例如“科技履约贷 保费补贴”。',
  'company-missing': '没有企业情况。请给 text（企业自己的话）或 profile。',
  'companies-several': 'text 里有 {count} 家企业。请一次只写一家；read_profile 可以先把它们分开。',
  'profile-invalid': '企业信息有误：{problems}。键和值的写法可从 read_profile 的结果里取。',
  'policy-unknown': '没有编号为“{ids}”的政策。编号可从 search_policies 的结果里取。',
} as const

/** Of a fault that is ours. */
export const errorForReaders = '服务出了问题，这次没有完成。请稍后再试。'

export const dateProblem = '应为真实存在的日期，写作 2026-11-23 的样子'

export const verdictNames: Readonly<Record<Verdict, string>> = {
  eligible: '符合',
  undetermined: '可能符合',
  ineligible: '不符合',
}
export const outcomeNames: Readonly<Record<Outcome, string>> = { met: '满足', unmet: '不满足', unknown: '待定' }

export const windowStates = { open: '正在受理', upcoming: '还没有开始', closed: '已经截止' } as const

/** Said beside a quote, except of what simply holds. */
export const standingNames: Readonly<Record<Standing, string>> = {
  'in-force': '',
  unverified: '（现行效力未核实）',
  draft: '（征求意见稿，未生效）',
  'not-yet': '（尚未生效）',
  expired: '（已过有效期）',
  superseded: '（已被新文件取代）',
  historical: '（历史文件）',
}

export const lines = {
  clause: '{heading} · 第{number}条',
  found: '按 {asOf} 有效的规定，找到 {count} 段（覆盖度 {coverage}）：',
  'found-nothing': '按 {asOf} 有效的规定没有找到相关条款。可以换个说法，或去掉 level、kind 再查。',
  counts:
    '按 {asOf} 的规定判断 {total} 项政策：符合 {eligible} 项，可能符合 {undetermined} 项，不符合 {ineligible} 项；另有 {leftOut} 项没有可核对的条件或当天不适用。',
  company: '企业信息：{facts}',
  'company-unknown': '没有读到企业信息，下面只是还没有排除的政策。',
  verdict: '【{verdict}】{title}（{id}）',
  reason: '{outcome}：{text}',
  missing: '还缺：{facts}',
  review: '须由部门认定：{text}',
  benefit: '给什么：{text}',
  'benefit-unknown': '可能给（还看条件）：{text}',
  window: '申报时间（{name}）：{from} 至 {until}，{state}',
  later: '最早 {date} 起可能符合',
  more: '其余 {count} 项只列结论；要看某一项的全部理由，请用 policyIds 再查。',
  'not-judged': '没有判断：{titles}（没有可核对的条件）',
  next: '接下来最该问：{question}',
  closing: '只转述已公布的条款，是否批准以主管部门审核为准。',
  firm: '第 {number} 家：',
  fact: '{text}（原话：{evidence}）',
  'no-facts': '没有读到企业信息。请写人数、营收、行业、成立时间等，例如“2021年成立的软件公司，42人，去年营收3600万”。',
  policy: '《{title}》（{id}）{standing}',
  numbers: '文号：{numbers}',
  issuers: '发布部门：{issuers}',
  effective: '有效期：{from} 至 {until}',
  contact: '咨询：{contact}',
  successor: '已由 {id} 取代',
  'no-date': '未写明',
} as const

export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
