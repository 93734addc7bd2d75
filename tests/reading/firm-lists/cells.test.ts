import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FactCatalogue } from '../../../src/eligibility/index.ts'
import { createFirmReader } from '../../../src/reading/index.ts'
import { industries as industryData } from '../real-industries.ts'

const catalogue = FactCatalogue.parse(parse(readFileSync('corpus/facts.yaml', 'utf8'), { schema: 'core' }))
const places = {
  changning: ['长宁', '天山路'],
  shanghai: ['浦东', '静安'],
  mainland: ['江苏', '南京'],
  overseas: ['香港'],
}
const reader = createFirmReader({ catalogue, industryData, places })

/** What one cell under a heading says: a value, the kind of its problem, or nothing. */
function read(header: string, cell: string) {
  const plan = reader.readColumns(['企业名称', header])
  const { firm, problems } = reader.readFirm({ row: 2, cells: ['甲公司', cell] }, plan, '2026-11-26')
  return problems[0]?.kind ?? Object.values(firm.profile)[0] ?? null
}

describe('a cell with a number', () => {
  test.each([
    ['营业收入（万元）', '3600', { value: 36_000_000 }],
    ['营业收入（万元）', '3600万', { value: 36_000_000 }],
    ['营业收入（万元）', '0.36亿', { value: 36_000_000 }],
    ['营业收入（万元）', '1,200.5', { value: 12_005_000 }],
    ['营业收入（万元）', '10-20', { min: 100_000, max: 200_000 }],
    ['营业收入（万元）', '1.2E+3', { value: 12_000_000 }],
    ['营业收入', '36000000', { value: 36_000_000 }],
    ['营业收入（元）', '￥3,600', { value: 3600 }],
    ['营业收入（万元）', '100万美元', 'unreadable'],
    ['营业收入（万元）', '3600（其中出口200）', 'unreadable'],
    ['营业收入（万元）', '-5', 'impossible'],
    ['应纳税所得额（万元）', '-5', { value: -50_000 }],
    ['员工人数', '42', { value: 42 }],
    ['员工人数', '４２人', { value: 42 }],
    ['员工人数', '70-80', { min: 70, max: 80 }],
    ['员工人数', '约50', { min: 45, max: 55 }],
    ['员工人数', '七八十人', { min: 70, max: 80 }],
    ['员工人数', '50人以上', { min: 50 }],
    ['员工人数', '不足50', { below: 50 }],
    ['员工人数', '3600万', 'impossible'],
    ['员工人数', '很多', 'unreadable'],
    ['发明专利', '无', { value: 0 }],
    ['营业收入（万元）', '无', 'unreadable'],
    ['研发占比', '7%', { value: 0.07 }],
    ['研发占比(%)', '7', { value: 0.07 }],
    ['研发占比(%)', '0.5', { value: 0.005 }],
    ['研发占比', '0.07', { value: 0.07 }],
    ['研发占比', '7', { value: 0.07 }],
    ['研发占比', '1', 'no-percent'],
    ['研发占比', '5%-7%', { min: 0.05, max: 0.07 }],
    ['研发占比', '120000%', 'impossible'],
    ['合同签', '3年', { value: 36 }],
    ['细分市场年限', '18个月', { value: 1.5 }],
  ])('under %s, %s is %j', (header, cell, expected) => {
    expect(read(header, cell)).toEqual(expected)
  })
})

describe('a cell with a date', () => {
  test.each([
    ['2021-03-01', { value: '2021-03-01' }],
    ['2021/3/1', { value: '2021-03-01' }],
    ['2021.3.1', { value: '2021-03-01' }],
    ['2021-03-01 00:00:00', { value: '2021-03-01' }],
    ['20210301', { value: '2021-03-01' }],
    ['44256', { value: '2021-03-01' }],
    ['2021年3月', { min: '2021-03-01', max: '2021-03-31' }],
    ['2021', { min: '2021-01-01', max: '2021-12-31' }],
    ['2021-02-30', 'unreadable'],
    ['2030-01-01', 'impossible'],
    ['去过', 'unreadable'],
  ])('%s is %j', (cell, expected) => {
    expect(read('成立日期', cell)).toEqual(expected)
  })
})

describe('a cell with words', () => {
  test.each(['是', '有', '√', 'Y', 'yes', '1', 'TRUE', '已认定', '高新技术企业'])('%s says yes', (cell) => {
    expect(read('高新技术企业', cell)).toEqual({ value: true })
  })
  test.each(['否', '无', '没有', '×', 'N', 'no', '0', 'false', '未认定'])('%s says no', (cell) => {
    expect(read('高新技术企业', cell)).toEqual({ value: false })
  })
  test.each(['', '-', '/', '不详', '未知', 'N/A', '—'])('%j leaves it unknown', (cell) => {
    expect(read('高新技术企业', cell)).toBeNull()
    expect(read('营业收入（万元）', cell)).toBeNull()
    expect(read('行业', cell)).toBeNull()
  })

  test.each([
    ['企业规模', '小型', { value: 'small' }],
    ['企业规模', '小型企业', { value: 'small' }],
    ['企业规模', 'small', { value: 'small' }],
    ['企业规模', '小型、微型', { oneOf: ['small', 'micro'] }],
    ['企业规模', '巨大', 'unreadable'],
    ['增值税纳税人类型', '小规模', { value: 'small-scale' }],
    ['注册地', '长宁区', { value: 'changning' }],
    ['注册地', '上海市长宁区延安西路1号', { value: 'changning' }],
    ['注册地', '浦东新区', { value: 'shanghai' }],
    ['注册地', '上海市静安区南京西路1号', { value: 'shanghai' }],
    ['注册地', '江苏省南京市', { value: 'mainland' }],
    ['注册地', '上海市', { oneOf: ['changning', 'shanghai'] }],
    ['注册地', '火星', 'unreadable'],
    ['行业', 'I65', { value: 'I65' }],
    ['行业', 'I6510', { value: 'I6510' }],
    ['行业', '6510', { value: 'I6510' }],
    ['行业', '软件和信息技术服务业', { value: 'I65' }],
    ['行业', '文化艺术业', { value: 'R88' }],
    ['行业', '制造业', { value: 'C' }],
    ['行业', '软件开发', { value: 'I65' }],
    ['行业', '其他', 'unreadable'],
  ])('under %s, %s is %j', (header, cell, expected) => {
    expect(read(header, cell)).toEqual(expected)
  })
})

test('a cell that cannot be taken leaves its fact unknown and the others known', () => {
  const plan = reader.readColumns(['企业名称', '员工人数', '成立日期'])
  const { firm, problems } = reader.readFirm({ row: 7, cells: ['甲', '-3', '2021-03-01'] }, plan, '2026-11-26')
  expect(firm).toEqual({ row: 7, name: '甲', id: '', profile: { establishedOn: { value: '2021-03-01' } } })
  expect(problems).toEqual([{ row: 7, column: '员工人数', value: '-3', kind: 'impossible', fact: 'employees' }])
})
