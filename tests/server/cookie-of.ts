/** The cookie that a reply sets, as a browser sends it back. */
export function cookieOf(reply: { headers: Record<string, unknown> }): string {
  return String(reply.headers['set-cookie']).split(';', 1)[0] ?? ''
}
