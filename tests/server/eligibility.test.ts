import { beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import { openEligibility } from '../../src/services.ts'
import { sampleServices } from './sample-services.ts'

let app: Awaited<ReturnType<typeof buildApp>>

beforeAll(async () => {
  const eligibility = { ...(await openEligibility('corpus')), readFacts: () => ({ firms: [], problems: [] }) }
  app = await buildApp({ ...sampleServices(), policies: eligibility.policies, eligibility, today: () => '2026-11-26' })
})

const post = async (url: string, payload: object) => {
  const reply = await app.inject({ method: 'POST', url, payload })
  return { status: reply.statusCode, body: reply.json() }
}

describe('assessments', () => {
  const profile = { entityType: 'company', employees: 30, isHighTechEnterprise: false }

  test('judge all policies that apply, count them, and cite the clause of every condition', async () => {
    const { status, body } = await post('/v1/assessments', { profile })
    expect(status).toBe(200)
    expect(body.total).toBe(body.assessments.length)
    expect(body.counts.eligible + body.counts.undetermined + body.counts.ineligible).toBe(body.total)
    const levy = body.assessments.find(({ policyId }: { policyId: string }) => policyId === 'disabled-employment-levy')
    expect(levy).toMatchObject({ verdict: 'eligible', missingFacts: [], distance: null, possibleFrom: null })
    for (const { clause } of levy.findings)
      expect(body.clauses[`${clause.policyId}#${clause.anchor}`]).toBeTypeOf('string')
    expect(body.factQuestion.facts.every((key: string) => !(key in profile))).toBe(true)
  })

  test('are limited to the policies named, on the day named', async () => {
    const { body } = await post('/v1/assessments', { profile, policyIds: ['vat-small-scale-2023'], asOf: '2025-06-01' })
    expect(body).toMatchObject({ asOf: '2025-06-01', total: 1, assessments: [{ policyId: 'vat-small-scale-2023' }] })
    const later = await post('/v1/assessments', { profile, policyIds: ['vat-small-scale-2023'] })
    expect(later.body.assessments[0]).toMatchObject({ verdict: 'ineligible', standing: 'superseded' })
  })

  test.each([
    ['an unknown fact', { emploees: 3 }, 'emploees'],
    ['a number that is none', { employees: '很多' }, '从业人数'],
    ['an impossible number', { employees: -5 }, '-5'],
    ['a share of 300 %', { techStaffRatio: 3 }, '科技人员占职工总数'],
    ['a founding in the future', { establishedOn: '2030-01-01' }, '2030-01-01'],
    ['a day that does not exist', { establishedOn: '2025-02-30' }, '2025-02-30'],
    ['an option that does not exist', { entityType: 'shop' }, 'shop'],
    ['an industry that does not exist', { industry: 'Z99' }, 'Z99'],
  ])('refuse %s with its name and value', async (_, wrong, named) => {
    const { status, body } = await post('/v1/assessments', { profile: wrong })
    expect([status, body.error.code]).toEqual([400, 'profile-invalid'])
    expect(body.error.message).toContain(named)
  })

  test('list all faults of a profile at once', async () => {
    const { body } = await post('/v1/assessments', { profile: { employees: -5, nothing: 1 } })
    expect(body.error.message).toMatch(/从业人数.*nothing/s)
  })

  test('name a policy that does not exist', async () => {
    const { status, body } = await post('/v1/assessments', { profile, policyIds: ['nothing'] })
    expect([status, body.error.code]).toEqual([404, 'policy-unknown'])
  })
})

describe('beside them', () => {
  test('the size class cites the clause of the industry', async () => {
    const { body } = await post('/v1/size-class', { industry: 'I65', employees: 42, revenue: 36_000_000 })
    expect(body).toMatchObject({
      possible: ['small'],
      missingFacts: [],
      clause: { policyId: 'sme-size-classes', anchor: 'software' },
    })
    const open = await post('/v1/size-class', { profile: { industry: 'I65', employees: 200 } })
    expect(open.body).toMatchObject({ missingFacts: ['revenue'] })
    expect(open.body.possible.length).toBeGreaterThan(1)
  })

  test('every fact that a rule may ask about is listed with its question', async () => {
    const { facts } = (await app.inject('/v1/facts')).json()
    const employees = facts.find(({ key }: { key: string }) => key === 'employees')
    expect(employees).toMatchObject({ type: 'number', unit: 'people', label: '从业人数' })
    const industry = facts.find(({ key }: { key: string }) => key === 'industry')
    expect(industry.options.map(({ value }: { value: string }) => value)).toEqual(expect.arrayContaining(['I', 'I65']))
  })

  test('the growth path orders the qualifications', async () => {
    const { body } = await post('/v1/growth-path', { profile: { isTechnologySme: true } })
    const held = body.steps.find(({ policyId }: { policyId: string }) => policyId === 'technology-sme')
    expect(held.state).toBe('held')
  })

  test('what changed between two days names the rule that ended and the one that began', async () => {
    const { body } = await post('/v1/changes', {
      from: '2025-12-01',
      until: '2026-06-01',
      profile: { vatStatus: 'small-scale' },
    })
    const ids = body.policies.map(({ policyId }: { policyId: string }) => policyId)
    expect(ids).toEqual(expect.arrayContaining(['vat-small-scale-2023', 'vat-small-scale']))
    const reversed = await post('/v1/changes', { from: '2026-06-01', until: '2025-12-01' })
    expect([reversed.status, reversed.body.error.code]).toEqual([400, 'span-reversed'])
  })
})
