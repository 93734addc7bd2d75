import { type Signal, signal, useSignalEffect } from '@preact/signals'
import type { FirmRequest } from '../server/firm-server.ts'
import { isRestoring } from './conversation.ts'
import { locale } from './preferences.ts'
import { bareValue, profile } from './profile.ts'

/** What the server says of the firm; an older reply stays while a newer one is on its way. */
export interface Following<Reply> {
  readonly status: 'running' | 'done' | 'failed'
  readonly reply: Reply | null
}

export interface Follower<Reply> {
  readonly state: Signal<Following<Reply>>
  /** Asks again after each change of the firm or the language, while the component is on the page. */
  follow(): void
  retry(): void
}

type FetchReply<Request, Reply> = (request: Request, signal: AbortSignal) => Promise<Reply>

/** Follows the firm as the page knows it; `more` is what is asked besides. */
export function createFollower<Reply, More extends object>(
  fetchReply: FetchReply<FirmRequest & More, Reply>,
  more: () => More,
): Follower<Reply> {
  const state = signal<Following<Reply>>({ status: 'running', reply: null })
  let asked = ''
  let running: AbortController | null = null

  const ask = async (request: FirmRequest & More) => {
    const text = JSON.stringify(request)
    if (text === asked) return
    asked = text
    running?.abort()
    const controller = new AbortController()
    running = controller
    state.value = { ...state.peek(), status: 'running' }
    try {
      state.value = { status: 'done', reply: await fetchReply(request, controller.signal) }
    } catch {
      if (controller.signal.aborted) return
      asked = ''
      state.value = { ...state.peek(), status: 'failed' } // the reader is told, and can try again
    }
  }

  return {
    state,
    follow: () => useSignalEffect(() => void (isRestoring.value || ask({ ...requestNow(), ...more() }))),
    retry: () => void ask({ ...requestNow(), ...more() }),
  }
}

function requestNow(): FirmRequest {
  const facts = Object.entries(profile.value).map(([key, fact]) => [key, bareValue(fact)])
  return { profile: Object.fromEntries(facts), locale: locale.value }
}
