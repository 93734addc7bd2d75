import { describe, expect, test } from 'vitest'
import { findQuantities } from '../../../src/reading/quantities/find-quantities.ts'
import { readAsText as read } from './read-as-text.ts'

const asOf = '2026-05-20'

describe('a number is read however its digits are written', () => {
  test.each([
    ['650', 650],
    ['１２', 12],
    ['1,200', 1200],
    ['1，200', 1200],
    ['两千三', 2300],
    ['一百五', 150],
    ['一百零五', 105],
    ['九百九', 990],
    ['三千零一', 3001],
    ['2k', 2000],
    ['3点5', 3.5],
    ['零点五', 0.5],
    ['十二点二五', 12.25],
    ['-5', -5],
    ['负三十二', -32],
    ['壹佰伍拾', 150],
  ])('%s is %d', (text, value) => expect(read(text)).toEqual([`number ${value}`]))
})

describe('a sum of money is read in yuan', () => {
  test.each([
    ['3.5亿', 350_000_000],
    ['1.2个亿', 120_000_000],
    ['3个千万', 30_000_000],
    ['650w', 6_500_000],
    ['650W', 6_500_000],
    ['3kw', 30_000_000],
    ['1,200万', 12_000_000],
    ['三千六百万', 36_000_000],
    ['1万2', 12_000],
    ['3万5', 35_000],
    ['一万五', 15_000],
    ['1亿2千万', 120_000_000],
    ['两亿五', 250_000_000],
    ['500元', 500],
    ['五块钱', 5],
    ['3块5', 3.5],
    ['五元三毛', 5.3],
    ['123元1角1分', 123.11],
    ['3万块', 30_000],
    ['人民币500万元', 5_000_000],
    ['¥300', 300],
    ['利润-50万', -500_000],
  ])('%s is %d', (text, value) => expect(read(text)).toEqual([`money ${value}`]))

  test.each(['2000万美元', '500万港币', '$20'])('%s is no sum in yuan', (text) => {
    expect(findQuantities(text, asOf).map(({ kind }) => kind)).toEqual(['number'])
  })
})

describe('a share is read as a fraction', () => {
  test.each([
    ['7%', 0.07],
    ['７％', 0.07],
    ['百分之七', 0.07],
    ['百分之十二点五', 0.125],
    ['7个点', 0.07],
    ['七个百分点', 0.07],
    ['50个基点', 0.005],
    ['7成', 0.7],
    ['七成半', 0.75],
    ['打8折', 0.8],
    ['85折', 0.85],
    ['一半', 0.5],
    ['千分之五', 0.005],
    ['7‰', 0.007],
    ['五分之一', 0.2],
    ['负5%', -0.05],
    ['百分百控股', 1],
  ])('%s is %d', (text, value) => expect(read(text)).toEqual([`ratio ${value}`]))
})

describe('a time is read in months, an age in years', () => {
  test.each([
    ['3年', 'duration 36'],
    ['两年半', 'duration 30'],
    ['18个月', 'duration 18'],
    ['1个半月', 'duration 1.5'],
    ['半年', 'duration 6'],
    ['一年三个月', 'duration 15'],
    ['三个季度', 'duration 9'],
    ['三年多', 'duration (36, 48) ~'],
    ['一个多月', 'duration (1, 2) ~'],
    ['一年半载', 'duration [12, 18] ~'],
    ['十来年', 'duration [108, 180] ~'],
    ['刚满一年', 'duration (12, 13.2] ~'],
    ['成立满3年', 'duration [36, )'],
    ['未满一年', 'duration (, 12)'],
    ['一年不到', 'duration (, 12)'],
    ['三年内', 'duration (, 36]'],
    ['近三年', 'duration 36'],
    ['35岁', 'age 35'],
    ['45周岁以下', 'age (, 45]'],
    ['四十来岁', 'age [36, 45] ~'],
  ])('%s is %s', (text, expected) => expect(read(text)).toEqual([expected]))

  test('days keep their name', () => {
    expect(findQuantities('90天', asOf)).toMatchObject([{ kind: 'duration', unit: 'day' }])
  })
})

test('a message of an owner is read number by number', () => {
  const text = '员工二十来号人，去年营收差不多三千多万，研发占7个点，有专利2项'
  expect(findQuantities(text, asOf).map((quantity) => [quantity.text, quantity.unit])).toEqual([
    ['二十来号人', '号人'],
    ['去年', null],
    ['差不多三千多万', '万'],
    ['7个点', '点'],
    ['2项', '项'],
  ])
})

test.each([
  ['营收500万3个人', ['money 5000000', 'number 3']],
  ['注册资本500万 2年了', ['money 5000000', 'duration 24']],
  ['五百万二十人', ['money 5000000', 'number 20']],
  ['员工50，200万营收', ['number 50', 'money 2000000']],
  ['员工100人不到半年', ['number 100', 'duration (, 6)']],
  ['员工100人以上，营收500万以下', ['number [100, )', 'money (, 5000000]']],
])('numbers side by side stay apart: %s', (text, expected) => expect(read(text)).toEqual(expected))
