import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError, sendError } from '../errors.ts'
import { pageFor, pagePaths } from '../page-paths.ts'
import { pages } from '../wording.ts'

/** The built page, and what is said where there is nothing to show. */
export async function registerPages(app: FastifyInstance, webFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webFolder,
    cacheControl: false,
    dotfiles: 'ignore',
    suppressWarning: true, // a missing folder has its own page
    setHeaders: (reply, path) => {
      // Files under assets/ carry a hash of their content in their name.
      const isHashed = /[\\/]assets[\\/]/.test(path)
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      // Other sites load the widget; everything else stays with this one.
      if (/[\\/]widget\.js$/.test(path)) reply.header('cross-origin-resource-policy', 'cross-origin')
    },
  })
  // The root is the folder's own index.html.
  for (const path of pagePaths.filter((each) => each !== '/'))
    app.get(path, { schema: { hide: true } }, (request, reply) => sendPage(webFolder, request, reply))
  app.setNotFoundHandler(showNotFound)
}

/** One document is every page; its script reads the address. */
async function sendPage(webFolder: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const path = pathOf(request)
  if (path.endsWith('/') || !/text\/html|\*\/\*/.test(request.headers.accept ?? '*/*'))
    return showNotFound(request, reply)
  const file = join(webFolder, 'index.html')
  if (!existsSync(file)) return showPage(reply, 503, pages['not-built'])
  const html = pageFor(path, await readFile(file, 'utf8'))
  // Who has the link of a shared answer may pass it on; search engines may not.
  if (path.startsWith('/s/')) reply.header('x-robots-tag', 'noindex, nofollow')
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html)
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? ''
}

function showNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead && path === '/') return showPage(reply, 503, pages['not-built'])
  const wantsPage = request.headers.accept?.includes('text/html') && !path.startsWith('/v1/')
  if (isRead && wantsPage) return showPage(reply, 404, pages['not-found'])
  return sendError(
    new RequestError('route-unknown', { method: request.method, path: path.slice(0, 100) }),
    request,
    reply,
  )
}

/** Plain on purpose: the content security policy allows no inline style. */
function showPage(reply: FastifyReply, status: number, { title, text }: { title: string; text: string }): FastifyReply {
  const links = '<a href="/">首页</a> · <a href="/docs">接口说明</a>'
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${title} · 惠企政策通</title><main><h1>${title}</h1><p>${text}</p><p>${links}</p></main></html>`,
    )
}
