import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FactCatalogue } from '../../../src/eligibility/index.ts'
import { createColumnReader } from '../../../src/reading/firm-lists/columns.ts'

const catalogue = FactCatalogue.parse(parse(readFileSync('corpus/facts.yaml', 'utf8'), { schema: 'core' }))
const readColumns = createColumnReader(catalogue)
const only = (header: string) => readColumns([header]).facts[0]

describe('a heading', () => {
  test.each([
    ['employees', 'employees', null],
    ['Employees', 'employees', null],
    ['从业人数', 'employees', null],
    ['员工人数（人）', 'employees', 1],
    ['revenue of last year', 'revenue', null],
    ['营业收入（万元）', 'revenue', 1e4],
    ['营业收入(亿元)', 'revenue', 1e8],
    ['营业收入/万元', 'revenue', 1e4],
    ['营业收入：万元', 'revenue', 1e4],
    ['2025年营业收入（单位：万元）', 'revenue', 1e4],
    ['上年度营业收入', 'revenue', null],
    ['年营收 (元)', 'revenue', 1],
    ['研发占比(%)', 'rdRatio', 0.01],
    ['研发占比％', 'rdRatio', 0.01],
    ['成立时间', 'establishedOn', null],
    ['注册日期', 'establishedOn', null],
    ['是否高新技术企业', 'isHighTechEnterprise', null],
    ['高新技术企业（是/否）', 'isHighTechEnterprise', null],
    ['发明专利数量', 'inventionPatents', null],
    ['注册地址', 'registeredPlace', null],
    ['行业', 'industry', null],
    ['企业规模（划型）', 'sizeClass', null],
  ])('%s is read as %s', (header, fact, factor) => {
    expect(only(header)).toMatchObject({ fact, factor })
  })

  test.each(['法人', '联系电话', '序号', '备注', 'noSuchFact', ''])('%j tells nothing of a firm', (header) => {
    expect(readColumns([header])).toMatchObject({ name: null, id: null, facts: [] })
  })

  test('the label of every fact, in both languages, and every key lead to that fact', () => {
    const labels = Object.entries(catalogue.facts).flatMap(([key, { label }]) =>
      [key, label.zh, label.en].map((header) => [header, key, only(header)?.fact]),
    )
    const doubtful = new Set(
      Object.values(catalogue.facts)
        .flatMap(({ label }) => [label.zh, label.en])
        .filter((name, index, all) => all.indexOf(name) !== index),
    )
    const lost = labels.filter(([header = '', key, found]) => found !== key && !doubtful.has(header))
    expect(lost).toEqual([])
  })

  test('name and code of the firm, columns not understood and columns told twice are told apart', () => {
    const plan = readColumns(['序号', '企业名称', '统一社会信用代码', '员工人数', '从业人数', '备注'])
    expect(plan).toMatchObject({ name: 1, id: 2, unknown: ['序号', '备注'], repeated: ['从业人数'] })
    expect(plan.facts.map(({ index, fact }) => [index, fact])).toEqual([[3, 'employees']])
  })
})
