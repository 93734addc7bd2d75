import { expect, test } from 'vitest'
import { factsOf } from './real-fact-reader.ts'

const formOf = (text: string, asked: readonly string[] = []) => factsOf(text, asked)[0]?.entityType

test.each([
  '公司，不是限制行业',
  '公司，长宁，42人',
  '长宁，公司，小规模',
  '公司、长宁、小规模',
  '营收3000万，公司，研发占7%',
  '主体：公司，20人',
  '我们是公司',
  '是个公司，20人',
  '我们是一个公司，不是个体',
  '登记的是公司',
  '执照是公司',
  '自己开公司的',
  '开了家公司',
  '注册了公司',
  '注册成公司了',
  '公司性质',
  '我们是公司性质的',
  '公司不是个体户',
  '公司，不是个体户',
  '科技公司，20人',
  '我们是一家科技公司',
  '贸易公司，在长宁',
  '文化传播公司',
  '开了家广告公司',
  '在长宁的软件公司',
])('公司 tells the legal form: %s', (text) => {
  expect(formOf(text)).toBe('company')
})

test.each([
  '我们公司42个人',
  '公司50人，营收2000万',
  '公司31个人',
  '公司在长宁',
  '我们公司是做软件的',
  '我们公司不是高企',
  '公司性质：民营',
  '我在一家公司上班',
  '我在贸易公司上班',
  '给贸易公司做代理',
  '找代理公司申报高企',
  '客户是软件公司',
  '我是公司的财务，公司30人',
  '个体户还是公司好',
  '公司',
])('公司 is only what a firm is called: %s', (text) => {
  expect(formOf(text)).toBeUndefined()
})

test('公司 answers what the firm is registered as', () => {
  expect(formOf('公司', ['entityType'])).toBe('company')
})
