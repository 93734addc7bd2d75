import { beforeAll, describe, expect, test } from 'vitest'
import type { FactCatalogue, RecordedFact } from '../../src/eligibility/index.ts'
import { buildApp } from '../../src/server/app.ts'
import { openEligibility } from '../../src/services.ts'
import { sampleServices } from './sample-services.ts'

let app: Awaited<ReturnType<typeof buildApp>>
let facts: FactCatalogue['facts']

/** Reads one kind of words only, so that a test knows what can be read back. */
function readFacts(text: string) {
  const [evidence, people] = text.match(/^安置的残疾职工低于(\d+)人$/) ?? []
  const said: Record<string, RecordedFact> =
    evidence === undefined ? {} : { disabledEmployees: { below: Number(people), evidence, turn: 0 } }
  return { firms: [said], problems: [] }
}

beforeAll(async () => {
  const eligibility = { ...(await openEligibility('corpus')), readFacts }
  facts = eligibility.catalogue.facts
  app = await buildApp({ ...sampleServices(), policies: eligibility.policies, eligibility, today: () => '2026-11-26' })
})

const ask = async (payload: object) => {
  const reply = await app.inject({ method: 'POST', url: '/v1/fact-questions', payload })
  return { status: reply.statusCode, body: reply.json() }
}
const keysOf = (body: { questions: { facts: string[] }[] }) => body.questions.flatMap((question) => question.facts)

describe('the next questions to a company', () => {
  test('are three different ones, none about what is known', async () => {
    const { status, body } = await ask({ profile: { entityType: 'company' } })
    expect([status, body.asOf, body.questions.length]).toEqual([200, '2026-11-26', 3])
    expect(new Set(keysOf(body)).size).toBe(keysOf(body).length)
    expect(keysOf(body)).not.toContain('entityType')
    for (const key of keysOf(body)) expect(facts[key]?.question).toBeDefined()
  })

  test('begin with the one that assessments ask', async () => {
    const profile = { registeredPlace: 'changning', entityType: 'company' }
    const assessed = await app.inject({ method: 'POST', url: '/v1/assessments', payload: { profile } })
    const { body } = await ask({ profile, count: 1 })
    expect(body.questions[0].facts).toEqual(assessed.json().factQuestion.facts)
  })

  test('leave out what was skipped', async () => {
    const first = await ask({ profile: {}, count: 2 })
    const skipped = keysOf(first.body)
    const { body } = await ask({ profile: {}, skipped, count: 5 })
    expect(body.questions.length).toBe(5)
    expect(keysOf(body).filter((key) => skipped.includes(key))).toEqual([])
  })

  test('end when nothing that is not skipped could change a verdict', async () => {
    const { body } = await ask({ profile: {}, skipped: Object.keys(facts) })
    expect(body.questions).toEqual([])
  })

  test('offer ranges to tap only where their words read back', async () => {
    const skipped = Object.keys(facts).filter((key) => key !== 'disabledEmployees')
    const { body } = await ask({ profile: { entityType: 'company', employees: 42 }, skipped })
    const said = { disabledEmployees: { below: 1, evidence: '安置的残疾职工低于1人', turn: 0 } }
    expect(body.questions).toEqual([
      { facts: ['disabledEmployees'], text: expect.any(String), choices: [{ label: '没有', facts: said }] },
    ])
  })

  test.each([
    ['an unknown fact', { profile: { emploees: 3 } }, 'profile-invalid', 'emploees'],
    ['a hundred questions', { profile: {}, count: 100 }, 'request-invalid', 'count'],
    ['no profile', {}, 'request-invalid', 'profile'],
  ])('are refused for %s', async (_, payload, code, named) => {
    const { status, body } = await ask(payload)
    expect([status, body.error.code]).toEqual([400, code])
    expect(body.error.message).toContain(named)
  })

  test('are in English where that is wanted', async () => {
    const { body } = await ask({ profile: {}, locale: 'en', count: 1 })
    expect(body.questions[0].text).toMatch(/^[ -~’]+$/)
  })
})
