import type { Answer } from '../../src/answering/index.ts'
import type { FactReply } from '../../src/server/api.ts'

type Fact = Partial<Omit<FactReply, 'options'>> & { readonly options?: Readonly<Record<string, string>> }

/** Facts of the scripted catalogue, worded as in the corpus. */
export const facts: readonly FactReply[] = [
  fact('registeredPlace', '注册地', '注册地在长宁区、上海别的区，还是外地？', {
    type: 'choice',
    options: { changning: '长宁区', shanghai: '上海其他区', mainland: '外省市' },
  }),
  fact('industry', '所属行业', '主要做什么业务？', {
    type: 'industry',
    options: {
      F: '批发和零售业',
      F51: '批发业',
      F52: '零售业',
      I: '信息传输、软件和信息技术服务业',
      I64: '互联网和相关服务',
      I65: '软件和信息技术服务业',
    },
  }),
  fact('establishedOn', '成立日期', '哪一年、哪个月注册成立的？', { type: 'date' }),
  fact('employees', '从业人数', '现在一共有多少人（含劳务派遣）？', { unit: 'people', max: 10_000_000 }),
  fact('revenue', '上年营业收入', '上一年营业收入大约多少？', { unit: 'yuan', difficulty: 2 }),
  fact('assets', '资产总额', '资产总额大约多少？', { unit: 'yuan', difficulty: 3 }),
  fact('sizeClass', '企业规模（划型）', '按中小企业划型标准属于中型、小型还是微型？', {
    type: 'choice',
    difficulty: 3,
    options: { medium: '中型', small: '小型', micro: '微型' },
  }),
  fact('taxableIncome', '年应纳税所得额', '上一年应纳税所得额（大致是利润）多少？', {
    unit: 'yuan',
    difficulty: 3,
    min: -1e12,
  }),
  fact('rdRatio', '上年研发费用占营业收入', '上一年研发费用占营业收入的百分之几？', {
    unit: 'ratio',
    difficulty: 3,
    max: 10,
  }),
  fact('techStaffRatio', '科技人员占职工总数', '科技人员占职工总数的百分之几？', {
    unit: 'ratio',
    difficulty: 2,
    max: 1,
  }),
  fact('inventionPatents', '有效发明专利', '已授权的发明专利有几件？', { unit: 'count' }),
  fact('isHighTechEnterprise', '有效期内的高新技术企业', '有没有在有效期内的高新技术企业证书？', { type: 'boolean' }),
  fact('isSeriouslyDishonest', '列入严重失信主体名单', '有没有列入严重失信主体名单？', { type: 'boolean' }),
  fact('loanIssuedOn', '贷款发放日期', '贷款是哪天发放的（还没放款就说打算什么时候）？', {
    type: 'date',
    difficulty: 2,
  }),
  fact('monthsEstablished', '成立时长', null, { unit: 'months' }),
]

/** What the scripted server has understood of the company. */
export const company: Answer['profile'] = {
  registeredPlace: { value: 'changning', evidence: '长宁的', turn: 1 },
  industry: { value: 'I65', evidence: '软件公司', turn: 1 },
  establishedOn: { min: '2021-03-01', max: '2021-03-31', evidence: '2021年3月成立', turn: 1 },
  employees: { value: 42, evidence: '42个人', turn: 1 },
  revenue: { value: 36_000_000, evidence: '营收3600万', turn: 1 },
  rdRatio: { value: 0.07, evidence: '研发占7%', turn: 1 },
  sizeClass: { oneOf: ['small', 'micro'], evidence: '小微企业', turn: 1 },
}

function fact(key: string, label: string, question: string | null, rest: Fact): FactReply {
  const { options = {}, ...others } = rest
  return {
    key,
    label,
    question,
    type: 'number',
    unit: null,
    group: null,
    difficulty: 1,
    min: rest.unit === undefined ? null : 0,
    max: null,
    ...others,
    options: Object.entries(options).map(([value, text]) => ({ value, label: text })),
  }
}
