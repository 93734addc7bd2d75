import { describe, expect, it } from 'vitest'
import { openReranker } from '../../src/adapters/open-models.ts'
import { createRerankServer } from '../../src/adapters/rerank-server.ts'
import { loadConfig } from '../../src/config.ts'
import { failed, raw, type Script, startFakeServer } from '../contracts/fake-openai-server.ts'
import { judged, secretKey } from '../contracts/fake-rerank-server.ts'
import { describeReranker } from '../contracts/reranker.ts'

describeReranker('/rerank server', (server, guards) =>
  createRerankServer({ ...server, model: 'bge-reranker-v2-m3' }, guards),
)

async function openBefore(script: Script, key: { RERANK_API_KEY?: string } = { RERANK_API_KEY: secretKey }) {
  const server = await startFakeServer(script)
  const config = loadConfig({ RERANK_BASE_URL: server.baseUrl, RERANK_MODEL: 'bge-reranker-v2-m3', ...key })
  return { server, opened: await openReranker(config.reranker) }
}

describe('the reranker', () => {
  it('sends the model, the key, the question and the texts, none of them too long to be read', async () => {
    const { server, opened } = await openBefore(judged())
    await opened.reranker?.rerank('租金', ['租金减免', `贷款${'长'.repeat(5_000)}`])
    expect(server.received[0]).toMatchObject({
      path: '/v1/rerank',
      headers: { authorization: `Bearer ${secretKey}` },
      body: {
        model: 'bge-reranker-v2-m3',
        query: '租金',
        documents: ['租金减免', `贷款${'长'.repeat(998)}`],
        top_n: 2,
      },
    })
  })

  it('sends no key to a server that asks for none', async () => {
    const { server, opened } = await openBefore(judged(), {})
    await opened.check()
    expect(server.received[0]?.headers.authorization).toBeUndefined()
  })
})

describe('the reranker at start', () => {
  it('is off where none is set', async () => {
    const opened = await openReranker(loadConfig({}).reranker)
    expect(opened.reranker).toBeNull()
    expect(await opened.check()).toContain('未设置')
    expect(opened.state()).toContain('off')
  })

  it('is said to work where it tells a text that answers from one that does not', async () => {
    const { server, opened } = await openBefore(judged())
    expect(await opened.check()).toMatch(/bge-reranker-v2-m3（已连通，\d+ 毫秒）/)
    expect(opened.state()).toBe('bge-reranker-v2-m3, circuit closed')
    expect(server.received).toHaveLength(1)
  })

  it.each<[string, Script, RegExp]>([
    ['a wrong key', failed(401, { message: `bad key ${secretKey}` }), /RERANK_API_KEY/],
    ['a wrong model', failed(404), /RERANK_MODEL/],
    ['a wrong address', raw('text/html', '<html></html>'), /RERANK_BASE_URL/],
    ['a server of another kind', raw('application/json', '[{"index":0,"score":1}]'), /不是约定的格式/],
    ['a server that is down', failed(503), /503/],
  ])('with %s is said to be off for now, with what to check, and left to the circuit', async (_, script, expected) => {
    const { server, opened } = await openBefore(script)
    const line = await opened.check()
    expect(line).toMatch(expected)
    expect(line).not.toContain(secretKey)
    expect(opened.state()).toBe('bge-reranker-v2-m3, circuit open')
    await expect(opened.reranker?.rerank('租金', ['甲', '乙'])).rejects.toMatchObject({ code: 'circuit-open' })
    expect(server.received).toHaveLength(1)
  })
})
