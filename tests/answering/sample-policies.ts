import { type Policy, parseClauses } from '../../src/policy/index.ts'
import { blankPolicy } from '../blank-policy.ts'

type Sections = readonly (readonly [heading: string, ...clauses: readonly string[]])[]

/** A policy in force from its prose; a clause is written `anchor[ attributes]|text`. */
export function writePolicy(
  metadata: Partial<Policy> & Pick<Policy, 'id' | 'title'>,
  sections: Sections,
  contact = `${metadata.title}可向示范区服务中心咨询。`,
): Policy {
  let number = 0
  const clauseLine = (clause: string) => {
    const [braces = '', text = ''] = clause.split('|')
    number += 1
    return `${number}. {#${braces}} ${text}`
  }
  const body = [...sections, ['找谁问', `contact|${contact}`]]
    .sort(([a = ''], [b = '']) => headings.indexOf(a) - headings.indexOf(b))
    .map(([heading, ...clauses]) => `## ${heading}\n\n${clauses.map(clauseLine).join('\n')}\n`)
  const { clauses, problems } = parseClauses(metadata.id, [`# ${metadata.title}\n`, ...body].join('\n'), 1)
  if (problems.length > 0) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  return { ...blank, clauses, ...metadata }
}

const headings = [
  '这是什么',
  '谁能享受',
  '给什么',
  '怎么办理',
  '要什么材料',
  '什么时间',
  '有效期',
  '找谁问',
  '要留意',
  '数据',
  '还不知道',
]

const blank: Omit<Policy, 'id' | 'title' | 'clauses'> = {
  ...blankPolicy,
  kind: 'grant',
  issuers: ['示范区服务中心'],
  contact: { organisation: '示范区服务中心', phone: null, clause: 'contact' },
  sources: [{ title: '示范通知', number: null, url: null, nature: 'official' }],
  confidence: 'verified',
}

/** A loan with every section, an application window and something that is not known. */
const loan = writePolicy(
  {
    id: 'yunfan-loan',
    title: '云帆贷',
    kind: 'loan',
    documentNumbers: ['示发〔2026〕7号'],
    prerequisites: ['lingxi-title'],
    windows: [{ name: '云帆贷2026年申报', from: '2026-03-01', until: '2026-06-30', clause: 'window' }],
  },
  [
    ['这是什么', 'what|云帆贷是示范区的贷款产品。'],
    ['谁能享受', 'title|云帆贷面向灵犀企业。', 'staff|云帆贷的企业从业人员不超过300人。'],
    ['给什么', 'cap|云帆贷单户额度最高500万元，灵犀企业贴息50%。'],
    ['怎么办理', 'apply|云帆贷向示范银行网点提出，银行5个工作日内答复。'],
    ['什么时间', 'window|云帆贷2026年申报期为2026年3月1日至2026年6月30日。'],
    ['有效期', 'validity|云帆贷依据示发〔2026〕7号执行。'],
    ['数据', 'count-2025|云帆贷2025年放款12笔。'],
    ['还不知道', 'unknown topic=materials|云帆贷的申请材料未查到。'],
  ],
  '云帆贷可向示范区服务中心咨询，电话021-00000000。',
)

const credit = writePolicy({ id: 'haitang-loan', title: '海棠贷', kind: 'loan', prerequisites: ['lingxi-title'] }, [
  ['这是什么', 'what|海棠贷是示范区的另一个贷款产品。'],
  ['谁能享受', 'who|海棠贷面向取得灵犀企业称号的企业。'],
  ['给什么', 'cap|海棠贷单户额度最高80万元。'],
  ['怎么办理', 'apply topic=deadline,validity|海棠贷在线提出，常年受理。'],
  ['要什么材料', 'papers|海棠贷须交营业执照和近两年审计报告。'],
])

const title = writePolicy({ id: 'lingxi-title', title: '灵犀企业', kind: 'qualification' }, [
  ['这是什么', 'what|灵犀企业是示范区认定的称号。'],
  ['谁能享受', 'years|认定灵犀企业须成立满2年。'],
  ['给什么', 'reward|认定灵犀企业的一次性奖励15万元。'],
  ['怎么办理', 'apply topic=materials,deadline,validity|灵犀企业由街道推荐。'],
])

/** Two versions of one subsidy, sharing a name. */
const older = writePolicy(
  {
    id: 'qinghe-2025',
    title: '青禾补贴（2025年版）',
    aliases: ['青禾补贴', '青禾老规定'],
    effectiveFrom: '2025-01-01',
    effectiveUntil: '2025-12-31',
    supersededBy: 'qinghe',
  },
  [
    ['这是什么', 'what|青禾补贴（2025年版）是示范区的旧补贴。'],
    ['谁能享受', 'who topic=process,materials,deadline,validity|青禾补贴（2025年版）面向农业企业。'],
    ['给什么', 'grant|青禾补贴（2025年版）每户10万元。'],
  ],
)
const newer = writePolicy(
  { id: 'qinghe', title: '青禾补贴', effectiveFrom: '2026-01-01', supersedes: ['qinghe-2025'] },
  [
    ['这是什么', 'what|青禾补贴是示范区的现行补贴。'],
    ['谁能享受', 'who topic=process,materials,deadline,validity|青禾补贴面向农业企业。'],
    ['给什么', 'grant|青禾补贴每户20万元。'],
  ],
)

/** One name at two levels. */
const places = [
  ['district', '全区'],
  ['municipal', '全市'],
] as const
const guarantees = places.map(([level, place]) =>
  writePolicy({ id: `wenqi-${level}`, title: `${place}稳企担保`, aliases: ['稳企担保'], kind: 'guarantee', level }, [
    ['这是什么', 'what|稳企担保是融资担保产品。'],
    ['谁能享受', 'who topic=process,materials,deadline,validity|稳企担保面向本地企业。'],
    ['给什么', `fee|稳企担保的担保费率为${level === 'district' ? '0.5%' : '0.8%'}。`],
  ]),
)

/** Policies that do not simply apply on 2026-11-23, by how they stand. */
const others = [
  ['xinghuo', '星火草案', { status: 'draft' }],
  ['changhe', '长河奖励', { effectiveUntil: '2026-06-30' }],
  ['jiudu', '旧渡奖励', { status: 'historical' }],
  ['mingan', '明岸奖励', { effectiveFrom: '2027-01-01' }],
  ['weihe', '未核奖励', { status: 'unverified' }],
] as const

const ofOtherStanding = others.map(([id, name, changes]) =>
  writePolicy({ id, title: name, ...changes }, [
    ['这是什么', `what|${name}是一项奖励。`],
    ['谁能享受', `who topic=process,materials,deadline,validity|${name}面向本地企业。`],
    ['给什么', `grant|${name}每户33万元。`],
  ]),
)

export const samplePolicies: readonly Policy[] = [loan, credit, title, older, newer, ...guarantees, ...ofOtherStanding]
