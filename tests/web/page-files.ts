import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { pageFor } from '../../src/server/page-paths.ts'

/** As strict as the real one: nothing inline, nothing from elsewhere. */
const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** Sends a file of the built page, or the page itself at an address without a file's ending. */
export async function sendPageFile(response: ServerResponse, path: string, folder: string): Promise<unknown> {
  const contentType = contentTypes[extname(path) || '.html']
  const file = await readFile(join(folder, extname(path) ? path : 'index.html')).catch(() => null)
  if (contentType === undefined || file === null) return response.writeHead(404).end('没有这个页面。')
  const headers = { 'content-type': contentType, 'content-security-policy': contentPolicy }
  return response.writeHead(200, headers).end(extname(path) ? file : pageFor(path, file.toString()))
}
