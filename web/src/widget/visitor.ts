import type { VisitorToken } from '../contract.ts'
import { reachBy } from '../server/connection.ts'
import { forgetConversation, recallConversation } from '../state/conversation-memory.ts'
import { keepAsOwn } from '../state/profile.ts'
import type { WidgetSettings } from './settings.ts'
import { recallVisit, rememberVisit, type Visit } from './visit-memory.ts'

/** So long before its end a token is renewed. */
const spareMs = 10 * 60_000
const renewalMs = 5 * 60_000

let address = ''
let entering: Promise<Visit | Response> | null = null

/** Asks from now on as a visitor of this site; says whether the server lets this site have visitors. */
export async function enterAsVisitor(settings: WidgetSettings): Promise<'allowed' | 'refused'> {
  address = settings.address
  reachBy(reachAsVisitor)
  setInterval(keepVisit, renewalMs)
  document.addEventListener('visibilitychange', keepVisit)
  try {
    await currentVisit()
    return 'allowed'
  } catch {
    // A refusal may not be read from here. Where the server is out of reach, the first question will say so.
    return (await isServerThere(settings.script)) ? 'refused' : 'allowed'
  }
}

async function reachAsVisitor(path: string, options: RequestInit): Promise<Response> {
  const response = await send(path, options)
  if (response.status !== 401) return response
  rememberVisit(null)
  return send(path, options)
}

async function send(path: string, options: RequestInit): Promise<Response> {
  const visit = await currentVisit()
  return visit instanceof Response ? visit : request(path, options, visit)
}

function request(path: string, options: RequestInit, visit: Visit | null): Promise<Response> {
  const headers = new Headers(options.headers)
  if (visit !== null) headers.set('authorization', `Bearer ${visit.token}`)
  return fetch(`${address}v1/widget/${path}`, { ...options, headers, credentials: 'omit' })
}

/** The visit, begun or renewed where needed, once for all who wait for it; a reply where the server gave no token. */
function currentVisit(): Promise<Visit | Response> {
  const visit = recallVisit()
  if (visit !== null && Date.now() < visit.until - spareMs) return Promise.resolve(visit)
  entering ??= enter(visit).finally(() => {
    entering = null
  })
  return entering
}

async function enter(former: Visit | null): Promise<Visit | Response> {
  const response = await request('token', { method: 'POST' }, former)
  if (!response.ok) return response
  const { token, lifetimeSeconds, isNew }: VisitorToken = await response.json()
  if (isNew && recallConversation() !== null) leaveConversation()
  const visit = { token, until: Date.now() + lifetimeSeconds * 1000 }
  rememberVisit(visit)
  return visit
}

/** It belongs to a visit that is over; what it knew of the company goes with the next question. */
function leaveConversation(): void {
  forgetConversation()
  keepAsOwn()
}

/** Only a conversation is worth keeping a visit for. */
function keepVisit(): void {
  if (document.hidden || recallConversation() === null) return
  currentVisit().catch(() => {
    // Out of reach now: the next question tries again and says so.
  })
}

async function isServerThere(script: string): Promise<boolean> {
  try {
    await fetch(script, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' })
    return true
  } catch {
    return false
  }
}
