import { copyFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CorpusError } from '../src/adapters/corpus-files.ts'
import type { Assistant } from '../src/answering/index.ts'
import { loadConfig } from '../src/config.ts'
import { openKnowledge, openLocalServices } from '../src/services.ts'
import { samplePath, sampleText, writeCorpus } from './adapters/sample-corpus.ts'
import { temporaryFolder } from './adapters/temporary-folder.ts'
import { anchorsOf, answerOf, codesOf } from './answering/sample-assistant.ts'
import { failed, type Script, startFakeServer } from './contracts/fake-openai-server.ts'
import { judged } from './contracts/fake-rerank-server.ts'

const otherPath = 'policies/changning/other-loan.md'
const otherText = sampleText().replaceAll('sample-loan', 'other-loan').replaceAll('示范贷', '别样贷')
const nothing = {
  documentsAdded: 0,
  documentsChanged: 0,
  documentsRemoved: 0,
  passagesWritten: 0,
  passagesRemoved: 0,
}

/** Two loans in a corpus of their own, and an empty data folder. */
async function prepare() {
  const corpusFolder = await writeCorpus({ [samplePath]: sampleText(), [otherPath]: otherText })
  for (const name of ['lexicon.yaml', 'facts.yaml', 'reading.yaml'])
    await copyFile(join('corpus', name), join(corpusFolder, name))
  const config = loadConfig({ CORPUS_DIR: corpusFolder, DATA_DIR: await temporaryFolder() })
  const edit = (path: string, text: string) => writeFile(join(corpusFolder, path), text)
  return { config, edit, remove: (path: string) => rm(join(corpusFolder, path)) }
}

/** Opens the services, uses them and closes them, as one start of the product does. */
async function start<Result>(
  config: Parameters<typeof openLocalServices>[0],
  use: (services: Awaited<ReturnType<typeof openLocalServices>>) => Promise<Result>,
): Promise<Result> {
  const services = await openLocalServices(config)
  try {
    return await use(services)
  } finally {
    await services.close()
  }
}

const reportOf = (config: Parameters<typeof openLocalServices>[0]) => start(config, async ({ report }) => report)

describe('the services', () => {
  test('build the index at the first start and answer from it', async () => {
    const { config } = await prepare()
    await start(config, async ({ report, knowledge, assistant }) => {
      expect(report).toEqual({ ...nothing, documentsAdded: 2, passagesWritten: 10 })
      expect(await knowledge.index.count()).toBe(10)
      expect(anchorsOf(await answerOf(assistant, '示范贷额度多少'))).toEqual(['sample-loan#amount'])
      expect(anchorsOf(await answerOf(assistant, '哪个贷款单户最高300万元'))).not.toEqual([])
    })
  })

  test('write nothing at a second start', async () => {
    const { config } = await prepare()
    await reportOf(config)
    expect(await reportOf(config)).toEqual(nothing)
  })

  test('take over a changed file at the next start, and touch only its passages', async () => {
    const { config, edit } = await prepare()
    await reportOf(config)
    await edit(samplePath, sampleText().replace('最高300万元', '最高400万元'))
    await start(config, async ({ report, assistant }) => {
      expect(report).toEqual({ ...nothing, documentsChanged: 1, passagesWritten: 1 })
      const [sentence] = (await answerOf(assistant, '示范贷额度多少')).sentences
      expect(sentence?.text).toContain('400万元')
    })
    expect(await reportOf(config)).toEqual(nothing)
  })

  test('never cite a policy whose file was removed', async () => {
    const { config, remove } = await prepare()
    await reportOf(config)
    await remove(otherPath)
    await start(config, async ({ report, assistant, knowledge }) => {
      expect(report).toMatchObject({ documentsRemoved: 1, passagesRemoved: 5, passagesWritten: 0 })
      expect(await knowledge.findDocument('other-loan')).toBeNull()
      for (const question of ['别样贷额度多少', '有哪些贷款产品', '别样贷向银行申请吗', '别样贷']) {
        const cited = anchorsOf(await answerOf(assistant, question))
        expect(cited.filter((anchor) => anchor.startsWith('other-loan'))).toEqual([])
      }
    })
  })

  test('refuse to start over a corpus with faults, name them all, and leave the index as it was', async () => {
    const { config, edit } = await prepare()
    await reportOf(config)
    await edit(samplePath, sampleText(['level: district', 'level: galactic']).replace('kind: loan', 'kind: gift'))
    await edit(otherPath, otherText.replace('titleEn: Sample loan\n', '').replace('2. {#who}', '7. {who}'))
    const fault: unknown = await openLocalServices(config).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(CorpusError)
    const message = fault instanceof Error ? fault.message : ''
    for (const place of [/sample-loan\.md:7: level/, /sample-loan\.md:8: kind/, /other-loan\.md:\d+: titleEn/])
      expect(message).toMatch(place)
    expect(message).toMatch(/other-loan\.md:\d+: .*anchor "who"/)
    await edit(samplePath, sampleText())
    await edit(otherPath, otherText)
    expect(await reportOf(config)).toEqual(nothing)
  })

  test('answer from an original once it is added, and never again once it is removed', async () => {
    const { config } = await prepare()
    const question = '购置天文望远镜补贴多少'
    const knowledge = await openKnowledge(config)
    await knowledge.originals.save(original)
    await knowledge.index.close()
    await start(config, async ({ assistant }) =>
      expect(anchorsOf(await answerOf(assistant, question))).toEqual(['original-0123456789ab#1']),
    )
    await start(config, async ({ assistant, knowledge: { originals } }) => {
      expect(await originals.remove('望远镜.txt')).toHaveLength(0)
      expect(await originals.remove(original.document.id)).toHaveLength(1)
      const answer = await answerOf(assistant, question)
      expect(answer.citations).toEqual([])
      expect(codesOf(answer)).not.toContain('as-of')
    })
    expect(await reportOf(config)).toMatchObject({ documentsRemoved: 1, passagesRemoved: 1 })
  })
})

describe('the services with a reranker', () => {
  const question = '哪个贷款单户最高300万元'

  async function prepareBefore(script: Script) {
    const server = await startFakeServer(script)
    const reranker = loadConfig({ RERANK_BASE_URL: server.baseUrl, RERANK_MODEL: 'bge-reranker-v2-m3' }).reranker
    return { server, config: { ...(await prepare()).config, reranker } }
  }

  test('have it order what they search', async () => {
    const { server, config } = await prepareBefore(judged())
    await start(config, async ({ knowledge }) => {
      const { passages, rerankFailure } = await knowledge.answering.retriever.search(question)
      expect(rerankFailure).toBeUndefined()
      expect(passages.length).toBeGreaterThan(1)
      expect(server.received[0]?.body).toMatchObject({ query: question, top_n: passages.length })
    })
  })

  test('answer the same while it is down', async () => {
    const { server, config } = await prepareBefore(failed(500))
    const ask = ({ assistant }: { readonly assistant: Assistant }) => answerOf(assistant, question).then(anchorsOf)
    const answered = await start({ ...config, reranker: null }, ask)
    expect(answered).not.toEqual([])
    expect(await start(config, ask)).toEqual(answered)
    expect(server.received.length).toBeGreaterThan(0)
  })
})

const clause = '购置天文望远镜的企业，按实际支出的30%补贴。'
const original = {
  fileName: '望远镜.txt',
  addedAt: '2026-11-23T02:00:00.000Z',
  document: {
    id: 'original-0123456789ab',
    origin: 'original' as const,
    title: '天文望远镜补贴办法',
    documentNumber: null,
    level: null,
    kind: null,
    status: 'in-force' as const,
    publishedOn: null,
    effectiveFrom: null,
    effectiveUntil: null,
    sourceUrl: null,
    aliases: [],
    text: clause,
    passages: [
      {
        id: 'original-0123456789ab#1',
        documentId: 'original-0123456789ab',
        anchor: '1',
        headings: [],
        text: clause,
        start: 0,
        bodyStart: 0,
        end: clause.length,
        validFrom: null,
        validUntil: null,
      },
    ],
  },
}
