import { root } from './root.ts'

/** Sends a request to a path below `/v1/`; throws where no reply comes. */
export type Reach = (path: string, options: RequestInit) => Promise<Response>

let reach: Reach = (path, options) => fetch(`${root}v1/${path}`, { credentials: 'same-origin', ...options })

export function reachServer(path: string, options: RequestInit): Promise<Response> {
  return reach(path, options)
}

/** The page asks the server that it came from; the widget stands on a page of another site. */
export function reachBy(other: Reach): void {
  reach = other
}
