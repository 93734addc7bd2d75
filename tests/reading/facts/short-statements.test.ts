import { describe, expect, test } from 'vitest'
import { factsOf, readFacts } from './real-fact-reader.ts'

type Row = readonly [text: string, expected: Readonly<Record<string, unknown>>, asked?: string]

/** Each row with the list of what was asked before. */
function told(rows: readonly Row[]) {
  return rows.map(([text, expected, asked]) => [text, expected, asked ? [asked] : []] as const)
}

const lists: readonly Row[] = [
  ['在经营异常名录里', { isOnAbnormalList: true }],
  ['公司在异常名单上', { isOnAbnormalList: true }],
  ['目前还在异常', { isOnAbnormalList: true }],
  ['没在异常名录里', { isOnAbnormalList: false }],
  ['在失信名单里', { isSeriouslyDishonest: true }],
  ['不在失信名单上', { isSeriouslyDishonest: false }],
  ['之前上过失信，已经撤了', { isSeriouslyDishonest: false }],
  ['不属于限制禁止行业', { isProhibitedIndustry: false }],
  ['不是限制类行业', { isProhibitedIndustry: false }],
  ['不涉及禁止行业', { isProhibitedIndustry: false }],
  ['不从事国家限制或禁止的行业', { isProhibitedIndustry: false }],
  ['属于限制类行业', { isProhibitedIndustry: true }],
  ['工资没拖过', { hasArrears: false }],
]

const loans: readonly Row[] = [
  ['改成信用贷了', { isCreditLoan: true }],
  ['想贷信用贷800万', { loanAmount: 8_000_000, needsFinancing: true, isCreditLoan: true }],
  ['信用贷300万', { loanAmount: 3_000_000, isCreditLoan: true }],
  ['不想抵押，贷300万', { loanAmount: 3_000_000, isCreditLoan: true }],
  ['没有什么可抵押的', { isCreditLoan: true }],
  ['是抵押的，不是信用的', { isCreditLoan: false }],
  ['是信用的，不是抵押的', { isCreditLoan: true }],
  ['我们做的是抵押贷款', { isCreditLoan: false }],
  ['拿房子做抵押', { isCreditLoan: false }],
  ['贷款11月2号放下来了', { loanIssuedOn: '2026-11-02' }],
  ['贷款是上个月5号到账的', { loanIssuedOn: '2026-10-05' }],
  ['11月2号放的款', { loanIssuedOn: '2026-11-02' }],
  ['贷款下个月放', { loanIssuedOn: { min: '2026-12-01', max: '2026-12-31' } }],
  ['年底前放款', { loanIssuedOn: { max: '2026-12-31' } }],
]

const contracts: readonly Row[] = [
  ['合同一年', { hireContractMonths: 12 }],
  ['合同签了18个月', { hireContractMonths: 18 }],
  ['签了一年的合同', { hireContractMonths: 12 }],
  ['跟他们都签两年合同', { hireContractMonths: 24 }],
  ['跟他们都签两年合同', { disabledContractMonths: 24 }, 'disabledContractMonths'],
  ['残疾员工2名，签了两年合同', { disabledEmployees: 2, disabledContractMonths: 24 }],
  ['招了5个应届生签了一年合同', { hiredGraduates: 5, hireContractMonths: 12 }],
  ['社保还没给他们交', { paysSocialInsurance: false }],
  ['租赁合同签了三年', {}],
  ['借款合同一年', {}],
  ['合同还有半年到期', {}],
  ['办公室签了两年', {}],
]

const absences: readonly Row[] = [
  ['应届生没有，退伍军人没有，登记失业的也没有', { hiredGraduates: 0, hiredVeterans: 0, hiredKeyGroups: 0 }],
  ['残疾人没有，退役士兵也没有', { disabledEmployees: 0, hiredVeterans: 0 }],
  ['专利软著都没有', { intellectualProperty: 0, softwareCopyrights: 0 }],
  ['专利一件都没有', { intellectualProperty: 0 }],
  ['软著一个没有', { softwareCopyrights: 0 }],
  ['没有专利，发明专利有2个', { inventionPatents: 2 }],
  ['招了2个失业人员', {}],
  ['招了2个登记失业半年以上的', { hiredKeyGroups: 2 }],
  ['被环保处罚过', {}],
]

const ages: readonly Row[] = [
  ['注册了有限公司，才5个月', { entityType: 'company', establishedOn: { min: '2026-04-27', max: '2026-07-26' } }],
  ['成立了公司，已经10个月了', { establishedOn: { min: '2025-11-27', max: '2026-02-26' } }],
  ['刚满8个月', { establishedOn: { min: '2026-02-27', max: '2026-03-26' } }],
  ['开了5个月', { establishedOn: { min: '2026-04-27', max: '2026-07-26' } }],
  ['不到半年的新公司', { establishedOn: { min: '2026-05-27' } }],
  ['2015年就有了', { establishedOn: { min: '2015-01-01', max: '2015-12-31' } }],
  ['上周刚注册的', { establishedOn: { min: '2026-11-16', max: '2026-11-22' } }],
  ['上季度成立的', { establishedOn: { min: '2026-07-01', max: '2026-09-30' } }],
  ['2021年3月', { establishedOn: { min: '2021-03-01', max: '2021-03-31' } }, 'isLittleGiant'],
  ['2021年3月', {}, 'hireContractMonths'],
  ['三个月开了28万发票', {}],
  ['这个月开了12万发票', {}],
  ['上个月开了发票', {}],
  ['今年3月开了家店', { establishedOn: { min: '2026-03-01', max: '2026-03-31' } }],
  ['招了3个登记失业人员，一人补多少钱', { hiredKeyGroups: 3 }],
]

describe('a short statement tells its fact', () => {
  test.each(told([...lists, ...loans, ...contracts, ...absences, ...ages]))('%s', (text, expected, asked) => {
    expect(factsOf(text, asked)).toEqual([expected])
  })
})

const heads: readonly Row[] = [
  ['6个', { employees: 6 }, 'isHighTechEnterprise'],
  ['6个', { inventionPatents: 6 }, 'inventionPatents'],
  ['里面有30个是实习生不算，实际490', { employees: 490 }, 'employees'],
  ['总共520人，里面有30个是实习生不算，实际490', { employees: 490 }],
  ['派遣的有40个，不该算进来的吧', {}, 'employees'],
  ['加老板一共6个', { employees: 6 }, 'employees'],
  ['30人，不算老板', { employees: 30 }],
  ['员工60人，其中20人做销售', { employees: 60 }],
  ['员工120人（含派遣20人）', { employees: 120 }],
  ['劳务派遣5个加正式工27个', { employees: 32 }],
  ['正式员工27人，另外劳务派遣5人', { employees: 32 }],
  ['全职20个和兼职3个', { employees: 23 }],
  ['全公司上上下下三十好几个', { employees: { above: 30, below: 40 } }],
]

test.each(told(heads))('parts are told from the whole: %s', (text, expected, asked) => {
  expect(factsOf(text, asked)).toEqual([expected])
})

const replies: readonly Row[] = [
  ['应该没有吧', { hasArrears: false }, 'hasArrears'],
  ['当然是', { isPrivate: true }, 'isPrivate'],
  ['算是吧', { isPrivate: true }, 'isPrivate'],
  ['正常的', { isOperatingNormally: true }, 'isOperatingNormally'],
  ['没交', { paysSocialInsurance: false }, 'paysSocialInsurance'],
  ['交着呢', { paysSocialInsurance: true }, 'paysSocialInsurance'],
  ['已经批下来了', { isHighTechEnterprise: true }, 'isHighTechEnterprise'],
  ['还没批下来', { isHighTechEnterprise: false }, 'isHighTechEnterprise'],
  ['一个都没', { inventionPatents: 0 }, 'inventionPatents'],
  ['19年', { establishedOn: { min: '2019-01-01', max: '2019-12-31' } }, 'establishedOn'],
  ['19年了', { establishedOn: { min: '2006-11-27', max: '2007-11-26' } }, 'establishedOn'],
]

test.each(told(replies))('a short reply answers: %s', (text, expected, asked) => {
  expect(factsOf(text, asked)).toEqual([expected])
})

const corrections: readonly Row[] = [
  ['正确的是490人', { employees: 490 }],
  ['我数错了，科技人员是14个', { techStaff: 14 }],
  ['员工30人，报错了，35', { employees: 35 }],
  ['总共50人，说错了，45人', { employees: 45 }],
  ['日期不对，是2023年10月1日', { establishedOn: '2023-10-01' }, 'establishedOn'],
  ['科技人员数错了，是14个', { techStaff: 14 }],
  ['又问了财务，是290万', { taxableIncome: 2_900_000 }, 'taxableIncome'],
  ['再算了下是4.0%', { rdRatio3y: 0.04 }, 'rdRatio3y'],
  ['里面有30个是实习生不算，实际490', { employees: 490 }, 'employees'],
  ['利润说错了，应该是80万', { taxableIncome: 800_000 }],
  ['注册地改成静安', { registeredPlace: 'shanghai' }],
  ['贷款金额查错了，是200万', { loanAmount: 2_000_000 }],
]

test.each(told(corrections))('a corrected figure stands: %s', (text, expected, asked) => {
  expect(factsOf(text, asked)).toEqual([expected])
  expect(readFacts(text, asked).isCorrection).toBe(true)
})
