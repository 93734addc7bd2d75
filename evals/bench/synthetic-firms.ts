import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

const industries = [
  ...[
    '软件开发',
    '软件和信息技术服务业',
    'I65',
    '餐饮',
    '零售',
    '批发业',
    '广告',
    '物业管理',
    '建筑装饰',
    '仪器仪表制造业',
  ],
  ...['医药研发', '人力资源', '房地产业', '科技推广和应用服务业', '跨境电商', '教育培训', '其他'],
]
const places = ['长宁区', '上海市长宁区延安西路', '长宁区', '长宁区', '浦东新区', '静安区', '江苏省南京市', '']

/** Writes a list of firms as a district office might keep it: mostly small, half of the cells empty, a few wrong. */
export async function writeFirmList(path: string, firms: number): Promise<void> {
  const file = createWriteStream(path)
  file.write(
    '企业名称,统一社会信用代码,注册地,所属行业,成立日期,从业人数,营业收入（万元）,资产总额（万元）,主体类型,' +
      '是否高新技术企业,科技型中小企业,专精特新,研发费用（万元）,发明专利,经营异常,严重失信,信用不良记录,正常经营,联系人\n',
  )
  const random = createRandom(20_261_126)
  for (let firm = 1; firm <= firms; firm += 1) file.write(`${firmLine(firm, random)}\n`)
  file.end()
  await finished(file)
}

interface Random {
  next(): number
  pick<Item>(items: readonly Item[]): Item | undefined
}

function firmLine(number: number, { next, pick }: Random): string {
  const maybe = (share: number, cell: () => string | number) => (next() < share ? String(cell()) : '')
  const employees = Math.ceil(3 + next() ** 5 * 2000)
  const revenue = Math.round(employees * (20 + next() ** 3 * 400))
  const yes = (share: number) => maybe(0.6, () => (next() < share ? '是' : '否'))
  const month = 1 + Math.floor(next() * 12)
  return [
    `上海企业${number}有限公司`,
    `91310105MA${String(number).padStart(8, '0')}`,
    pick(places),
    pick(industries),
    maybe(0.9, () => `${2000 + Math.floor(next() * 26)}-${String(month).padStart(2, '0')}-15`),
    maybe(0.9, () => (next() < 0.1 ? `${employees}-${employees + 20}` : employees)),
    maybe(0.7, () => (next() < 0.01 ? '保密中' : revenue)),
    maybe(0.5, () => Math.round(revenue * (0.5 + next()))),
    maybe(0.8, () => (next() < 0.85 ? '公司' : '个体工商户')),
    yes(0.08),
    yes(0.1),
    yes(0.03),
    maybe(0.3, () => Math.round(revenue * next() * 0.1)),
    maybe(0.4, () => Math.floor(next() ** 4 * 20)),
    yes(0.02),
    yes(0.01),
    yes(0.03),
    yes(0.98),
    '张三',
  ].join(',')
}

/** Mulberry32: the same numbers for the same seed. */
function createRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, pick: (items) => items[Math.floor(next() * items.length)] }
}
