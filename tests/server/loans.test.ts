import { expect, test } from 'vitest'
import { loadPolicies } from '../../src/adapters/corpus-files.ts'
import { LoanTable, type LoanTermName } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { sampleServices } from './sample-services.ts'

const policies = await loadPolicies('corpus')
const app = await buildApp({ ...sampleServices(), policies })
const table = LoanTable.parse((await app.inject('/v1/loans')).json())

function term(id: string, name: LoanTermName) {
  const found = table.products.find((product) => product.id === id)?.terms[name]
  if (!found) throw new Error(`${id} is not in the table`)
  return found
}

test('every loan, guarantee and interest subsidy of the corpus is in the table or named as not on offer', () => {
  const ids = policies
    .filter(({ kind }) => ['loan', 'guarantee', 'interest-subsidy'].includes(kind))
    .map(({ id }) => id)
  expect([...table.products, ...table.others].map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect(table.others.map(({ id }) => id)).toContain('bos-kechuang-loan')
})

test('each cell says only what its clause says', () => {
  const text = new Map<string, string>(
    policies.flatMap(({ id, clauses }) => clauses.map((clause) => [`${id}#${clause.anchor}`, clause.text] as const)),
  )
  const cells = table.products.flatMap(({ id, terms }) =>
    Object.values(terms).flatMap(({ clauses }) =>
      clauses.map((clause) => ({ ...clause, ref: `${id}#${clause.anchor}` })),
    ),
  )
  expect(cells.length).toBeGreaterThan(80)
  for (const cell of cells)
    for (const sentence of cell.text.split(/(?<=[。；])/))
      expect(text.get(cell.ref)).toContain(sentence.trim().split('\n')[0])
})

test.each([
  ['startup-guaranteed-loan', 'amount', ['individual-cap', 'enterprise-cap'], '最高400万元'],
  ['startup-guaranteed-loan', 'duration', ['individual-cap', 'enterprise-cap'], '最长2年'],
  ['job-stabilising-loan', 'rate', ['rate'], '最高不超过4%'],
  ['private-investment-guarantee', 'fee', ['reguarantee-fee', 'guarantee-fee'], '不超过1%'],
  ['sme-loan-interest-subsidy', 'rate', ['fixed-asset-rate', 'working-capital-rate'], '1.5个百分点'],
  ['icbc-xingke-loan', 'security', ['what', 'unsecured'], '信用类贷款'],
] as const)('of %s the %s stands in %j', (id, name, anchors, words) => {
  const { clauses } = term(id, name)
  expect(clauses.map(({ anchor }) => anchor)).toEqual(anchors)
  expect(clauses.map(({ text }) => text).join('')).toContain(words)
})

test('figures that the corpus holds come with the clause that states them', () => {
  expect(term('startup-guaranteed-loan', 'amount').clauses.map(({ figures }) => figures)).toEqual([
    [{ kind: 'amount', value: 300_000 }],
    [{ kind: 'amount', value: 4_000_000 }],
  ])
  expect(term('startup-guaranteed-loan', 'duration').clauses[1]?.figures).toEqual([{ kind: 'months', value: 24 }])
})

test.each([
  ['tech-performance-loan', 'amount', ['unknown-terms']],
  ['icbc-xingke-loan', 'rate', ['unknown-terms']],
  ['changning-enterprise-loan', 'process', ['unknown-banks']],
  ['job-stabilising-loan', 'duration', []],
] as const)('of %s the %s is unknown by %j', (id, name, anchors) => {
  expect(term(id, name).unknown.map(({ anchor }) => anchor)).toEqual(anchors)
})

test('a deadline to apply that is unknown is no unknown term of the loan', () => {
  expect(term('icbc-xingke-loan', 'duration').unknown.map(({ anchor }) => anchor)).toEqual(['unknown-terms'])
})

test('the name of another loan makes no guarantee of this one', () => {
  const forms = new Map(table.products.map(({ id, forms }) => [id, forms]))
  expect(forms.get('job-stabilising-loan')).toEqual([])
  expect(forms.get('startup-guaranteed-loan')).toEqual(['guarantee', 'subsidy'])
  expect(forms.get('little-giant-credit-loan')).toEqual(['credit'])
})

test('a clause counts only on the days on which it holds', async () => {
  const july = LoanTable.parse((await app.inject('/v1/loans?asOf=2026-07-31')).json())
  const largest = ({ products }: LoanTable) =>
    products.find(({ id }) => id === 'sme-loan-interest-subsidy')?.largestAmount
  expect([largest(july), largest(table)]).toEqual([50_000_000, 75_000_000])
})

test('the largest amount is the one that a sentence on the amount names, also where no field holds it', () => {
  const amounts = new Map(table.products.map(({ id, largestAmount }) => [id, largestAmount]))
  expect(amounts.get('service-loan-interest-subsidy')).toBe(10_000_000)
  expect(amounts.get('tech-innovation-guarantee')).toBe(30_000_000)
  expect(amounts.get('tech-performance-loan')).toBeNull()
})
