import { describe, expect, test } from 'vitest'
import { factsOf } from './real-fact-reader.ts'

type Row = readonly [text: string, expected: Readonly<Record<string, unknown>>]

const people: readonly Row[] = [
  ['员工45个', { employees: 45 }],
  ['我们公司42个人', { employees: 42 }],
  ['从业人员28人', { employees: 28 }],
  ['员工数：120', { employees: 120 }],
  ['七八十人吧', { employees: { min: 70, max: 80 } }],
  ['不到三百人', { employees: { below: 300 } }],
  ['员工50+', { employees: { min: 50 } }],
  ['三百来号人', { employees: { min: 270, max: 350 } }],
  ['公司两百出头的人', { employees: { above: 200, max: 220 } }],
  ['老板加员工一共9个人', { employees: 9 }],
  ['8个教练2个前台总共10个人', { employees: 10 }],
  ['劳务派遣5个加正式工27个', { employees: 32 }],
  ['就我和老婆两个人', { employees: 2 }],
  ['残疾职工3名，总共260人', { disabledEmployees: 3, employees: 260 }],
  ['技术人员12个，销售8个，一共30人', { techStaff: 12, employees: 30 }],
  ['员工40人（其中研发15人）', { employees: 40, rdStaff: 15 }],
  ['员工60，研发20', { employees: 60, rdStaff: 20 }],
  ['去年40人，今年45人', { employees: 45 }],
  ['员工从30人增加到45人', { employees: 45 }],
  ['大专以上50人', {}],
  ['招了四个店员', {}],
  ['做研发的12人', { rdStaff: 12 }],
  ['参保20人，总共25人', { insuredEmployees: 20, employees: 25 }],
]

const money: readonly Row[] = [
  ['上年营收三千六百万', { revenue: 36_000_000 }],
  ['年销售额5000w', { revenue: 50_000_000 }],
  ['一年做八十多万', { revenue: { above: 800_000, below: 900_000 } }],
  ['一年六千万流水', { revenue: 60_000_000 }],
  ['去年做了五百二十万', { revenue: 5_200_000 }],
  ['五六百万一年的营业额', { revenue: { min: 5_000_000, max: 6_000_000 } }],
  ['2025年营收3000万', { revenue: 30_000_000 }],
  ['2024年营收2500万，2025年3000万', { revenueGrowth: 0.2, revenue: 30_000_000 }],
  ['今年营收估计1200万', {}],
  ['每年房租30万', {}],
  ['每月开票12万', { monthlySales: 120_000 }],
  ['一个月做20万', { monthlySales: 200_000 }],
  ['月流水六万五', { monthlySales: 65_000 }],
  ['季度开票28万', { quarterlySales: 280_000 }],
  ['上季度卖了25万', { quarterlySales: 250_000 }],
  ['利润80万', { taxableIncome: 800_000 }],
  ['去年赚了80来万', { taxableIncome: { min: 720_000, max: 850_000 } }],
  ['去年亏了50万', { taxableIncome: -500_000 }],
  ['去年亏损，没利润', { taxableIncome: { max: 0 } }],
  ['资产总额1.2个亿', { assets: 120_000_000 }],
  ['净资产500万', {}],
  ['注册资本1000万', {}],
  ['研发投入300万', { rdExpense: 3_000_000 }],
  ['研发一年一百万，营收两千万', { rdExpense: 1_000_000, revenue: 20_000_000 }],
  ['研发费用近三年1000万', {}],
  ['想贷200万', { loanAmount: 2_000_000, needsFinancing: true }],
  ['缺200万周转', { loanAmount: 2_000_000, needsFinancing: true, loanPurpose: 'working-capital' }],
  ['贷300万建厂房', { loanAmount: 3_000_000, loanPurpose: 'fixed-asset' }],
  ['抵押贷款300万', { loanAmount: 3_000_000, isCreditLoan: false }],
]

const shares: readonly Row[] = [
  ['研发占7%', { rdRatio: 0.07 }],
  ['研发投入占营收百分之六点五', { rdRatio: 0.065 }],
  ['研发占营收大概8个点', { rdRatio: { min: 0.072, max: 0.088 } }],
  ['近三年研发占比平均6%，研发人员18', { rdRatio3y: 0.06, rdStaff: 18 }],
  ['科技人员20人占比30%', { techStaff: 20 }],
  ['研发团队占一半以上', { rdStaffRatio: { min: 0.5 } }],
  ['研发人员占30%', { rdStaffRatio: 0.3 }],
  ['残疾人占比1.6%', { disabledRatio: 0.016 }],
  ['负债率六成', { debtRatio: 0.6 }],
  ['负债率不高，30%左右', { debtRatio: { min: 0.27, max: 0.33 } }],
  ['比去年增长20%', { revenueGrowth: 0.2 }],
  ['去年营收掉了一成多', { revenueGrowth: { above: -0.2, below: -0.1 } }],
  ['营收增长率负3%', { revenueGrowth: -0.03 }],
  ['营收翻了一番', { revenueGrowth: 1 }],
  ['员工比去年多了20%', {}],
  ['利润增长20%', {}],
  ['净利润率大概10%', {}],
  ['贷款利率4.35%', { loanRate: 0.0435 }],
]

const counts: readonly Row[] = [
  ['发明专利3个', { inventionPatents: 3 }],
  ['软著5项', { softwareCopyrights: 5 }],
  ['发明2个实用新型6个软著10个', { inventionPatents: 2, utilityPatents: 6, softwareCopyrights: 10 }],
  ['公司一共有12个软著，3个发明，20个实用新型', { softwareCopyrights: 12, inventionPatents: 3, utilityPatents: 20 }],
  ['实用新型5个外观2个', { utilityPatents: 7 }],
  ['软著5个员工30人', { softwareCopyrights: 5, employees: 30 }],
  ['专利5项，其中发明2项', { intellectualProperty: 5, inventionPatents: 2 }],
  ['发明和实用新型各3个', { inventionPatents: 3, utilityPatents: 3 }],
  ['专利和软著一共20个', { intellectualProperty: 20 }],
  ['软著没有，专利有3个', { softwareCopyrights: 0, intellectualProperty: 3 }],
  ['软著和发明专利都没有', { softwareCopyrights: 0, inventionPatents: 0 }],
  ['一个发明专利都没有，实用新型有7个', { inventionPatents: 0, utilityPatents: 7 }],
  ['发明专利申请了3个，都还在实审，没授权', { inventionPatents: 0 }],
  ['没有残疾员工', { disabledEmployees: 0 }],
  ['既没研发人员也没研发费用', { rdStaff: 0, rdExpense: 0 }],
  ['招了3个应届生', { hiredGraduates: 3 }],
  ['2个残疾人', { disabledEmployees: 2 }],
  ['没招应届生', { hiredGraduates: 0 }],
  ['招了一个退伍军人，合同签两年', { hiredVeterans: 1, hireContractMonths: 24 }],
  [
    '员工38人营收2100万研发210万软著9',
    { employees: 38, revenue: 21_000_000, rdExpense: 2_100_000, softwareCopyrights: 9 },
  ],
]

describe('figures are given to what the words around them name', () => {
  test.each([...people, ...money, ...shares, ...counts])('%s', (text, expected) => {
    expect(factsOf(text)).toEqual([expected])
  })
})
