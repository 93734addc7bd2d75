import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { laterChanges, shareableAnswer } from '../../src/answering/index.ts'
import { policyDocument } from '../../src/policy/index.ts'
import { sampleTurn } from '../contracts/conversation-store-samples.ts'
import { sampleAssistant } from './sample-assistant.ts'
import { writePolicy } from './sample-policies.ts'

const wording: Record<string, string> = JSON.parse(await readFile('src/answering/wording/zh-CN.json', 'utf8'))
const codes = Object.keys(wording).flatMap((key) => (key.startsWith('notice.') ? [key.slice('notice.'.length)] : []))

/** Remarks that are the same whichever company asks. A new one that tells of the company belongs to `shareable-answer.ts`. */
const general = [
  ...['as-of', 'draft', 'superseded-alone', 'expired', 'historical', 'not-yet', 'unverified', 'instead'],
  ...['not-yet-then', 'older-version', 'weak-source', 'not-stated', 'not-known', 'other-year', 'beyond-end'],
  ...['list', 'list-about', 'list-ended', 'list-draft', 'list-left-out', 'unlock', 'compare', 'compare-cut'],
  ...['closest', 'which-policy', 'not-found', 'other-region', 'private-matter', 'other-topic', 'instruction', 'fraud'],
  ...['privacy', 'recommendation', 'guarantee', 'greeting', 'thanks', 'identity', 'farewell', 'unverifiable'],
  ...['open-answer', 'worded-by-model'],
]
const heard = [
  'understood',
  'changed',
  'several-firms',
  'impossible',
  'no-unit',
  'contradiction',
  'ambiguous',
  'unsure',
  'read-by-model',
]

function sharedCodes(withVerdicts: boolean): string[] {
  const turn = sampleTurn('conversation')
  const notices = codes.map((code) => ({ code, text: code, place: 'before' as const }))
  return shareableAnswer({ ...turn, answer: { ...turn.answer, notices } }, withVerdicts).notices.map(({ code }) => code)
}

test('of all remarks, only those that tell nothing of a company are shown without consent', () => {
  expect(sharedCodes(false).sort()).toEqual(general.toSorted())
})

test('remarks that repeat what a company said are never shown', () => {
  expect(codes.filter((code) => !sharedCodes(true).includes(code)).sort()).toEqual(heard.toSorted())
})

test('a passage that does not hold any more is told, and a policy that took the place of another', async () => {
  const { ask } = sampleAssistant()
  const { citations } = await ask('海棠贷额度多少')
  const [citation] = citations
  if (!citation) throw new Error('the answer has no citation')
  const policy = (change: object) =>
    writePolicy({ id: 'haitang-loan', title: '海棠贷', ...change }, [['给什么', `cap|${citation.quote}`]])
  const finding = (change: object, until: string | null) => async (id: string) => {
    const isNewer = id === 'newer'
    const document = policyDocument(isNewer ? writePolicy({ id, title: '新海棠贷' }, []) : policy(change))
    const passages = document.passages.map((passage) => ({ ...passage, validUntil: until }))
    const supersededBy = isNewer || !('supersededBy' in change) ? null : String(change.supersededBy)
    return { document: { ...document, passages }, supersededBy, sourceTitle: '示范通知' }
  }
  const changes = (change: object, until: string | null = null) =>
    laterChanges([citation], '2027-01-15', finding(change, until))
  expect(await changes({})).toEqual([])
  expect(await changes({}, '2026-12-31')).toEqual([{ citation: '1', kind: 'ended', standing: 'in-force', newer: null }])
  expect(await changes({ effectiveUntil: '2026-12-31', supersededBy: 'newer' })).toEqual([
    { citation: '1', kind: 'standing', standing: 'superseded', newer: { id: 'newer', title: '新海棠贷' } },
  ])
})
