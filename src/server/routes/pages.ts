import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError, sendError } from '../errors.ts'
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
  app.setNotFoundHandler(showNotFound)
}

function showNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [path = ''] = request.url.split('?', 1)
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
