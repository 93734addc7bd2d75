import { expect, test } from 'vitest'
import { factsOf } from './real-fact-reader.ts'

/** Tolerable in a question: where and of what business it is about. */
function told(text: string): Record<string, unknown> {
  const { industry: _industry, registeredPlace: _place, ...rest } = factsOf(text)[0] ?? {}
  return rest
}

test.each([
  '高企证书有效几年',
  '创新型中小企业有效期到什么时候',
  '长宁小巨人信用贷办了几笔',
  '小巨人信用贷是给科技小巨人还是专精特新小巨人的',
  '高企还要重新认定吗',
  '算中型还是小型',
  '小规模还是一般纳税人划算',
  '个体户还是公司好',
  '抵押贷还是信用贷利率低',
  '高企认定一年有几批',
  '科小入库要几天',
  '社保要交满几个月',
  '首次创业补贴要交几个月社保',
  '民营企业有几种贷款',
  '稳岗贷个体户要经营满几个月',
  '发明专利一件补几千',
  '一件发明专利可以用几次',
  '软著报高企用过一次还能再用吗',
  '研发费用占比5%的企业能加计扣除多少',
  '小巨人企业产值连着两年涨超20%，市里奖多少',
  '科创贷1个亿那个产品现在有吗',
  '小微企业（税务说的小型微利）利润不能超过多少',
  '那高企贷呢',
  '研发人员要占10%才行',
  '我们是上市公司的子公司',
])('a question tells no fact: %s', (text) => {
  expect(told(text)).toEqual({})
})

test.each([
  ['我们是高企，15%怎么享受', { isHighTechEnterprise: true }],
  ['我们是高企，能享受几年', { isHighTechEnterprise: true }],
  ['软件公司120人算中型还是小型', { employees: 120 }],
  ['去年收入8000万，研发费占比要到多少', { revenue: 80_000_000 }],
  ['我们有2个发明专利，能报几次', { inventionPatents: 2 }],
  ['贷款300万能贴多少', { loanAmount: 3_000_000 }],
  ['我们公司还是小规模', { vatStatus: 'small-scale' }],
  ['招了几个应届生，都交了社保', { paysSocialInsurance: true }],
] as const)('what is said of the firm beside a question stays: %s', (text, expected) => {
  expect(told(text)).toEqual(expected)
})
