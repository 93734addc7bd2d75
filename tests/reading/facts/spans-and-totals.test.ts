import { expect, test } from 'vitest'
import { factsOf, readFacts } from './real-fact-reader.ts'

type Row = readonly [text: string, expected: Readonly<Record<string, unknown>>, asked?: readonly string[]]

const spans: readonly Row[] = [
  ['细分市场做了2年半', { segmentYears: 2.5 }],
  ['在这个细分领域干了十年', { segmentYears: 10 }],
  ['细分行业深耕了8年', { segmentYears: 8 }],
  ['在细分赛道已经15年了', { segmentYears: 15 }],
  ['一直在这个细分市场，做了6年', { segmentYears: 6 }],
  ['做了3年细分市场', { segmentYears: 3 }],
  ['交了12个月失业保险', { unemploymentPaidMonths: 12, paysSocialInsurance: true }],
  ['缴满一年失业保险', { unemploymentPaidMonths: { min: 12 }, paysSocialInsurance: true }],
  ['失业保险交了三年', { unemploymentPaidMonths: 36, paysSocialInsurance: true }],
  ['失业保险费缴了18个月', { unemploymentPaidMonths: 18 }],
  ['失业险已经交满12个月', { unemploymentPaidMonths: { min: 12 } }],
  ['失业保险断过两个月', {}],
  ['新招了3个人，社保交了4个月', { hireInsuranceMonths: 4, paysSocialInsurance: true }],
  ['新员工社保缴了6个月', { hireInsuranceMonths: 6, paysSocialInsurance: true }],
  ['招了2个应届生，社保交了半年', { hiredGraduates: 2, hireInsuranceMonths: 6, paysSocialInsurance: true }],
  ['给新招的交了4个月社保', { hireInsuranceMonths: 4, paysSocialInsurance: true }],
  ['入职的2个人社保都交满3个月了', { hireInsuranceMonths: { min: 3 }, paysSocialInsurance: true }],
  ['社保交了5个月', { hireInsuranceMonths: 5, paysSocialInsurance: true }, ['hireInsuranceMonths']],
  ['社保交了4个月', { paysSocialInsurance: true }],
  ['交了1个人6个月社保', { paysSocialInsurance: true }],
  ['给2个人交了社保', { paysSocialInsurance: true }],
  ['缴了3个人的社保', { paysSocialInsurance: true }],
]

const arrears: readonly Row[] = [
  ['员工工资欠着呢', { hasArrears: true }],
  ['拖着工资没发', { hasArrears: true }],
  ['工资一直拖着', { hasArrears: true }],
  ['工资还没发', { hasArrears: true }],
  ['工资发不出来了', { hasArrears: true }],
  ['社保欠着', { hasArrears: true }],
  ['工资没有欠着', { hasArrears: false }],
  ['工资欠过吗', {}],
]

const loans: readonly Row[] = [
  ['没逾期', { isLoanOverdue: false }, ['isLoanOverdue']],
  ['没有逾期过', { isLoanOverdue: false }, ['isLoanOverdue']],
  ['逾期了', { isLoanOverdue: true }, ['isLoanOverdue']],
  ['没逾期', { hasLoanDefault: false }],
  ['没逾期', { hasLoanDefault: false }, ['hasLoanDefault']],
  ['银行是经办行', { isSmeSubsidyBank: true }, ['isSmeSubsidyBank']],
  ['不是经办银行', { isServiceSubsidyBank: false }, ['isServiceSubsidyBank']],
  ['银行说它是经办银行', { isEquipmentSubsidyBank: true }, ['isEquipmentSubsidyBank']],
  ['没逾期，是经办行', { isLoanOverdue: false, isSmeSubsidyBank: true }, ['isLoanOverdue', 'isSmeSubsidyBank']],
  ['银行是经办行', {}],
]

const falls: readonly Row[] = [
  ['员工从50减到46人', { employees: 46, headcountDecrease12m: 0.08 }],
  ['人数从100人降到了90人', { employees: 90, headcountDecrease12m: 0.1 }],
  ['团队由60缩减到48人', { employees: 48, headcountDecrease12m: 0.2 }],
  ['从业人员从200人裁到150人', { employees: 150, headcountDecrease12m: 0.25 }],
  ['员工50人减到46', { employees: 46, headcountDecrease12m: 0.08 }],
  ['三年前从50人减到46人', { employees: 46 }],
  ['研发人员从50减到46人', { rdStaff: 46 }],
  ['打算把员工从50减到46人', {}],
]

const ranges: readonly Row[] = [
  ['营收 2个亿 到3个亿 之间', { revenue: { min: 200_000_000, max: 300_000_000 } }],
  ['营收 2000万 至 3000万 之间', { revenue: { min: 20_000_000, max: 30_000_000 } }],
  ['员工 50 到 60 人', { employees: { min: 50, max: 60 } }],
  ['利润 100万 左右 员工 20人', { taxableIncome: { min: 900_000, max: 1_100_000 }, employees: 20 }],
  ['研发占比 5% 以上 员工20人', { rdRatio: { min: 0.05 }, employees: 20 }],
]

const rows = [...spans, ...arrears, ...loans, ...falls, ...ranges].map(
  ([text, expected, asked = []]) => [text, expected, asked] as const,
)

test.each(rows)('%s', (text, expected, asked) => {
  expect(factsOf(text, asked)).toEqual([expected])
})

test.each([
  '我们有50个员工，一共80人',
  '员工50人，总共80人',
  '公司50人，合计80人',
  '我们是30个人，一共有35人',
  '50个人，全部加起来80人',
])('two totals contradict: %s', (text) => {
  expect(factsOf(text)).toEqual([{}])
  expect(readFacts(text).problems).toMatchObject([{ kind: 'contradiction', fact: 'employees' }])
})

test.each([
  ['我们有50个员工，其中技术20人，一共80人', 80],
  ['技术50人，一共80人', 80],
  ['员工80人，里面技术50', 80],
  ['我们有50个正式员工，加派遣一共80人', 80],
  ['我们有50个员工，不对，一共80人', 80],
  ['员工50人，一共50人', 50],
  ['有50个员工，一共有80个客户', 50],
  ['去年50人，现在一共80人', 80],
])('a part or what was corrected is no second total: %s', (text, employees) => {
  expect(factsOf(text)).toMatchObject([{ employees }])
  expect(readFacts(text).problems).toEqual([])
})

test.each([
  ['2024年2月30日成立', 'establishedOn', '2024年2月30日成立'],
  ['成立于2023-02-30', 'establishedOn', '成立于2023-02-30'],
  ['2024年13月成立', 'establishedOn', '2024年13月成立'],
  ['注册日期2022/9/31', 'establishedOn', '注册日期2022/9/31'],
  ['2023年4月31日', 'establishedOn', '2023年4月31日'],
  ['贷款2月30日放的', 'loanIssuedOn', '贷款2月30日放'],
  ['founded on 30 February 2023', 'establishedOn', 'founded on 30 February 2023'],
  ['成立30000年', 'establishedOn', '成立30000年'],
  ['员工-5人', 'employees', '员工-5人'],
  ['研发占比300%', 'rdRatio', '研发占比300%'],
  ['2030年成立', 'establishedOn', '2030年成立'],
])('what cannot be is one problem and no fact: %s', (text, fact, evidence) => {
  expect(factsOf(text)).toEqual([{}])
  expect(readFacts(text).problems).toEqual([{ kind: 'impossible', fact, evidence }])
})

test('a day that is none answers no question for a date', () => {
  expect(readFacts('2月30日', ['loanIssuedOn']).problems).toMatchObject([{ kind: 'impossible', fact: 'loanIssuedOn' }])
})

test.each([
  ['制造业，50人', { employees: 50, industry: 'C' }],
  ['我们是制造业企业', { industry: 'C' }],
  ['建筑业', { industry: 'E' }],
  ['做芯片封装的，制造业', { industry: 'C39' }],
  ['零售业', { industry: 'F52' }],
  ['餐饮行业', { industry: 'H62' }],
  ['服务业贷款贴息怎么申请', {}],
  ['托育机构', { industry: 'O80' }],
  ['国家的政策', {}],
  ['国家政策有哪些', {}],
  ['国 家 政 策 有 哪 些', {}],
  ['想了解国家 政策', {}],
])('an industry is as wide as the words: %s', (text, expected) => {
  const [{ serviceField: _field, ...read } = {}] = factsOf(text)
  expect(read).toEqual(expected)
})

test.each(['服务业', '我们是服务业', '做服务业的', '服务业，20人', '属于服务行业'])(
  '%s leaves open which service it is',
  (text) => {
    expect(factsOf(text)[0]?.industry).toMatchObject({ oneOf: expect.arrayContaining(['M', 'O', 'H62']) })
  },
)
