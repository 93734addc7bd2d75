import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import { sampleServices } from './sample-services.ts'

test('every page of the website is one document, and an address of none is not found', async () => {
  const webFolder = await mkdtemp(join(tmpdir(), 'web-'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><script src="./assets/main.js"></script>')
  const app = await buildApp(sampleServices({ settings: { webFolder } }))
  const open = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } })
  for (const url of ['/chat?q=贷款', '/firm', '/matches', '/policies', '/loans', '/history']) {
    const { statusCode, body, headers } = await open(encodeURI(url))
    expect([url, statusCode, headers['cache-control']]).toEqual([url, 200, 'no-cache'])
    expect(body).toContain('src="./assets/main.js"')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
  }
  // One folder down, the files lie one folder up: the website may itself lie in a folder.
  for (const url of ['/policies/tech-performance-loan', '/s/x1'])
    expect((await open(url)).body).toContain('src="../assets/main.js"')
  expect((await open('/s/x1')).headers['x-robots-tag']).toBe('noindex, nofollow')
  for (const url of ['/chat/x', '/policies/a/b', '/s', '/s/', '/index.php'])
    expect([url, (await open(url)).statusCode]).toEqual([url, 404])
  expect((await open('/chat', 'application/json')).json().error.code).toBe('route-unknown')
  await app.close()
  await rm(webFolder, { recursive: true })
})

test('without a built website its pages say how to build it', async () => {
  const app = await buildApp(sampleServices())
  const reply = await app.inject('/policies/x')
  expect([reply.statusCode, reply.body]).toEqual([503, expect.stringContaining('npm run build')])
  await app.close()
})
