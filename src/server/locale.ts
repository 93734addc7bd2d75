import type { FastifyRequest } from 'fastify'
import { Locale } from '../answering/index.ts'

/** The language of a reply: what the body asks for, else what the browser prefers, else Chinese. */
export function localeOf(request: FastifyRequest): Locale {
  const { body } = request
  const asked = typeof body === 'object' && body !== null && 'locale' in body ? Locale.safeParse(body.locale) : null
  return asked?.success ? asked.data : preferredLocale(request.headers['accept-language'] ?? '')
}

function preferredLocale(header: string): Locale {
  const ranges = header.split(',', 20).map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    return { tag, weight: weight ? Number.parseFloat(weight.slice(2)) || 0 : 1 }
  })
  const known = ranges.filter(({ tag, weight }) => weight > 0 && /^(zh|en)\b/.test(tag))
  const best = known.sort((a, b) => b.weight - a.weight)[0]
  return best?.tag.startsWith('en') ? 'en' : 'zh-CN'
}
