import { mkdtemp } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../src/config.ts'
import { buildApp } from '../../src/server/app.ts'
import { openMatchDesk, openServices, writeWordDocument } from '../../src/services.ts'

export interface Service {
  readonly address: string
  readonly dataFolder: string
  close(): Promise<void>
}

/** The service as `npm start` builds it, on a free port over a new data folder. */
export async function startService(webFolder: string, settings: Record<string, string> = {}): Promise<Service> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'policy-navigator-service-'))
  const config = loadConfig({ DATA_DIR: dataFolder, LOG_LEVEL: 'silent', ...settings })
  const { knowledge, close, ...services } = await openServices(config)
  const app = await buildApp({
    ...services,
    ...knowledge,
    retriever: knowledge.answering.retriever,
    matchDesk: await openMatchDesk({ corpusFolder: config.corpusFolder, policies: knowledge.policies }),
    writeWord: writeWordDocument,
    today: () => '2026-11-23',
    settings: { ...config, cookieSecret: services.cookieSecret, webFolder },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  // A server that listens on TCP has an address with a port.
  const { port } = app.server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, dataFolder, close: () => app.close().then(close) }
}
