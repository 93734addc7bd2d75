import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCorpus } from '../../src/answering/index.ts'
import { type CheckedSentence, checkSentence } from '../../src/answering/model/check-sentence.ts'
import { type CitedPassage, type Material, materialOf } from '../../src/answering/model/material.ts'
import { type ReplyLine, replyLines } from '../../src/answering/model/reply-lines.ts'
import { figureUses } from '../../src/policy/index.ts'
import { policies, readerOf } from '../reading/real-reader.ts'
import samples from './worded-samples.json' with { type: 'json' }

/**
 * What a language model might write about real passages: rewordings that say no more than these, and sentences that
 * change, add or leave out something. `from` are clauses of the corpus, P1, P2 … in this order.
 */
interface WordedSample {
  readonly from: readonly string[]
  readonly honest: readonly string[]
  /** What is wrong, and how it reads. */
  readonly hostile: Readonly<Record<string, readonly string[] | undefined>>
}

const wordedSamples: readonly WordedSample[] = samples
const corpus = createCorpus(policies)
const parts = { reader: readerOf(policies), asOf: '2026-11-23' }

function citedAt(place: string): CitedPassage {
  const [id = '', anchor] = place.split('#')
  const document = corpus.documents.get(id)
  const passage = document?.passages.find((one) => one.anchor === anchor)
  if (!document || !passage) throw new Error(`the corpus has no ${place}`)
  return { passage, document }
}

async function linesOf(...deltas: string[]): Promise<ReplyLine[]> {
  return Array.fromAsync(replyLines(streamOf(deltas)))
}

async function* streamOf(deltas: readonly string[]): AsyncGenerator<string> {
  yield* deltas
}

async function checked(reply: string, material: Material): Promise<CheckedSentence[]> {
  return (await linesOf(reply)).map((line) => checkSentence(line, material, parts))
}

const reasonsOf = (sentences: readonly CheckedSentence[]) =>
  sentences.map((one) => (one.status === 'dropped' ? one.reason : one.support))

const materials = wordedSamples.map((sample) => ({ ...sample, material: materialOf(sample.from.map(citedAt), []) }))
const honest = materials.flatMap(({ honest, material }) => honest.map((reply) => ({ reply, material })))
const hostile = materials.flatMap(({ hostile, material }) =>
  Object.entries(hostile).flatMap(([fault, replies]) => (replies ?? []).map((reply) => ({ fault, reply, material }))),
)

describe('a sentence of a language model', () => {
  test.each(honest)('that says no more than its passages is shown: $reply', async ({ reply, material }) => {
    expect(reasonsOf(await checked(reply, material))).toSatisfy((reasons: readonly string[]) =>
      reasons.every((reason) => ['full', 'partial'].includes(reason)),
    )
  })

  test.each(hostile)('with $fault is not shown: $reply', async ({ reply, material }) => {
    const sentences = await checked(reply, material)
    expect(sentences.filter(({ status }) => status === 'accepted')).toEqual([])
  })

  test('every reason to leave one out has its examples', async () => {
    const found = await Promise.all(
      hostile.map(async ({ reply, material }) => reasonsOf(await checked(reply, material))),
    )
    const reasons = 'handle characters figure name forbidden verdict polarity force omission unsupported'.split(' ')
    expect([...new Set(found.flat())].sort()).toEqual(reasons.sort())
  })

  test('is supported in part where it orders the words anew', async () => {
    const material = materialOf([citedAt('disabled-employment-levy#reaches-ratio')], [])
    const replies = [
      '安置残疾人达到所在地规定比例的用人单位，无需缴纳残保金。',
      '达到所在地规定的安置残疾人比例的，用人单位无需缴纳残保金。',
    ]
    const sentences = await checked(replies.map((reply) => `${reply}[P1]`).join('\n'), material)
    expect(reasonsOf(sentences)).toEqual(['full', 'partial'])
  })

  test('of more than two hundred characters is not shown', async () => {
    const { material } = materials[0] ?? { material: materialOf([], []) }
    const long = '安置残疾人达到所在地规定比例的用人单位，无需缴纳残保金，'.repeat(8)
    expect(reasonsOf(await checked(`${long}[P2]`, material))).toEqual(['length'])
  })
})

describe('the words of the corpus themselves', { timeout: 60_000 }, () => {
  const passages = [...corpus.documents.values()].flatMap((document) =>
    document.passages.filter(({ text }) => !text.includes('\n')).map((passage) => ({ passage, document })),
  )

  test('are shown as they stand, but for a few that need the template', () => {
    const dropped = passages.filter((cited) => {
      const line = { text: cited.passage.text, handles: ['P1'] }
      return checkSentence(line, materialOf([cited], []), parts).status === 'dropped'
    })
    expect(dropped.length / passages.length).toBeLessThan(0.015)
  })

  const anyPassage = fc.constantFrom(...passages)

  test('are never shown under a passage of another policy, with a figure, name or handle of its own put in', () => {
    const foreign = fc.oneof(
      fc.integer({ min: 101, max: 98_765 }).map((amount) => `另补${amount}.7万元`),
      fc.constantFrom('建设银行', '王经理', '《奖励细则》', 'evil.example', '包过', '[P7]', '最快三天到账'),
    )
    fc.assert(
      fc.property(anyPassage, foreign, fc.nat(), ({ passage, document }, words, place) => {
        const at = place % passage.text.length
        const text = passage.text.slice(0, at) + words + passage.text.slice(at)
        const line = { text, handles: ['P1'] }
        return checkSentence(line, materialOf([{ passage, document }], []), parts).status === 'dropped'
      }),
      { numRuns: 400 },
    )
    fc.assert(
      fc.property(anyPassage, anyPassage, (one, other) => {
        fc.pre(one.document.id !== other.document.id && figureUses(one.passage.text).length > 0)
        fc.pre(!other.passage.text.includes(one.passage.text))
        const line = { text: one.passage.text, handles: ['P1'] }
        return checkSentence(line, materialOf([other], []), parts).status === 'dropped'
      }),
      { numRuns: 300 },
    )
  })

  test('are shown only with the figures of what they cite, each with its bound', () => {
    const piece = fc.tuple(anyPassage, fc.nat(), fc.nat()).map(([{ passage }, from, length]) => {
      const start = from % passage.text.length
      return passage.text.slice(start, start + 4 + (length % 30))
    })
    const isInside = (text: string, { passage }: CitedPassage) => {
      const stated = figureUses(passage.text)
      return figureUses(text).every((use) => stated.some((one) => one.figure === use.figure && one.bound === use.bound))
    }
    fc.assert(
      fc.property(anyPassage, fc.array(piece, { maxLength: 2 }), fc.nat(), (cited, pieces, cut) => {
        const whole = cited.passage.text
        const text = pieces.join('') + whole.slice(0, whole.length - (cut % 8))
        const result = checkSentence({ text, handles: ['P1'] }, materialOf([cited], []), parts)
        return result.status === 'dropped' || isInside(text, cited)
      }),
      { numRuns: 400 },
    )
  })

  test('lose no character of their denials, bounds and alternatives unseen', () => {
    const weighty = /不|未|无需|最高|以上(?!海)|以内|仅|首次|(?<!税)前|后/g
    const places = passages
      .filter((_, index) => index % 4 === 0)
      .filter(
        ({ passage }) =>
          checkSentence(
            { text: passage.text, handles: ['P1'] },
            materialOf([{ passage, document: citedDocument(passage.documentId) }], []),
            parts,
          ).status === 'accepted',
      )
      .flatMap((cited) => [...cited.passage.text.matchAll(weighty)].map((match) => ({ cited, match })))
      .filter(({ cited, match }) => cited.passage.text.split(match[0]).length === 2)
    const shown = places.filter(({ cited, match }) => {
      const text = cited.passage.text.slice(0, match.index) + cited.passage.text.slice(match.index + match[0].length)
      return checkSentence({ text, handles: ['P1'] }, materialOf([cited], []), parts).status === 'accepted'
    })
    expect(shown.map(({ cited, match }) => `${match[0]}: ${cited.passage.text}`)).toEqual([])
  })
})

function citedDocument(id: string) {
  const document = corpus.documents.get(id)
  if (!document) throw new Error(`the corpus has no ${id}`)
  return document
}
