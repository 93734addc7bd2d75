import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HostSite {
  readonly origin: string
  /** Shows the widget of the service at this address on every page. */
  embed(service: string): void
  close(): Promise<void>
}

/** As rude as the styles of a site can be. */
const styles = `html { font-size: 62.5%; }
* { color: red !important; font-size: 40px !important; font-family: fantasy !important; letter-spacing: 9px !important; }
policy-navigator { display: none !important; --ink: red; opacity: 0.1; }`

/** A site of somebody else, whose pages allow nothing but their own style sheet and the service; the query gives attributes. */
export async function openHostSite(): Promise<HostSite> {
  let service = ''
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/site.css') return response.writeHead(200, { 'content-type': 'text/css' }).end(styles)
    const origin = service.replace(/\/$/, '')
    const policy = `default-src 'none'; style-src 'self'; script-src ${origin}; connect-src ${origin}; base-uri 'none'; require-trusted-types-for 'script'`
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
    return response.writeHead(200, headers).end(pageWith(`${service}widget.js`, searchParams))
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    embed: (address) => {
      service = address
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function pageWith(script: string, attributes: URLSearchParams): string {
  const data = [...attributes].map(([name, value]) => ` data-${name}="${value}"`).join('')
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Site</title>
    <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/site.css">
    <script src="${script}"${data} async></script></head>
    <body><main><h1>Site</h1><a id="before" href="#">a</a></main></body></html>`
}
