import { signal } from '@preact/signals'
import type { MatchEvent } from '../contract.ts'
import { type ProblemKind, problemOfStream, ServerProblem } from '../server/problem.ts'
import { matchFirms } from '../server/server.ts'
import { fill, wording } from '../wording/index.ts'
import type { PolicySummary } from './policy-search.ts'
import { locale } from './preferences.ts'

export type MatchResult = Extract<MatchEvent, { type: 'match-end' }>

/** What is to be matched: kept while the panel is closed, and for the next attempt. */
export interface MatchWish {
  readonly file: File | null
  /** One policy to find firms for: chosen from the list, or only named. */
  readonly policy: PolicySummary | string
  /** Empty for today. */
  readonly asOf: string
}

export type Matching =
  | { readonly status: 'idle' | 'stopped' }
  | { readonly status: 'running'; readonly name: string; readonly size: ListSize | null; readonly done: number }
  | { readonly status: 'failed'; readonly message: string }
  | {
      readonly status: 'done'
      readonly result: MatchResult
      readonly seconds: number
      readonly isForOnePolicy: boolean
    }

/** Known once the list has been read. */
type ListSize = Omit<Extract<MatchEvent, { type: 'match-start' }>, 'type'>

export const wish = signal<MatchWish>({ file: null, policy: '', asOf: '' })
export const matching = signal<Matching>({ status: 'idle' })

let running: AbortController | null = null

/** Uploads the chosen list and follows how it is matched; goes on while the panel is closed. */
export async function startMatching(file: File): Promise<void> {
  const controller = new AbortController()
  running = controller
  const begunAt = performance.now()
  const isForOnePolicy = wish.value.policy !== ''
  matching.value = { status: 'running', name: file.name, size: null, done: 0 }
  try {
    const form = await formOf(file)
    for await (const event of matchFirms(form, locale.value, controller.signal)) {
      controller.signal.throwIfAborted()
      follow(event, (performance.now() - begunAt) / 1000, isForOnePolicy)
    }
  } catch (error) {
    // Whoever stopped it has been answered.
    if (!controller.signal.aborted) matching.value = { status: 'failed', message: messageOf(error) }
  }
}

export function stopMatching(): void {
  running?.abort()
  matching.value = { status: 'stopped' }
}

/** Makes room for another list. */
export function beginAnew(): void {
  matching.value = { status: 'idle' }
}

function follow(event: MatchEvent, seconds: number, isForOnePolicy: boolean): void {
  const current = matching.value
  if (event.type === 'match-end') matching.value = { status: 'done', result: event, seconds, isForOnePolicy }
  else if (current.status !== 'running') return
  else if (event.type === 'match-start') matching.value = { ...current, size: event }
  else matching.value = { ...current, done: event.done }
}

async function formOf(file: File): Promise<FormData> {
  const { policy, asOf } = wish.value
  const form = new FormData()
  form.set('locale', locale.value)
  form.set('policyId', typeof policy === 'string' ? policy.trim() : policy.id)
  form.set('asOf', asOf)
  form.set('file', await copyOf(file))
  return form
}

/** A file that was saved anew after it was chosen can no longer be sent: the browser only says "network error". */
async function copyOf(file: File): Promise<File> {
  try {
    return new File([await file.arrayBuffer()], file.name)
  } catch (cause) {
    const message = fill(wording.value.matching.faults.unreadable, { name: file.name })
    throw new ServerProblem('rejected', message, { cause })
  }
}

function messageOf(error: unknown): string {
  const { kind, message } = error instanceof ServerProblem ? error : problemOfStream(error)
  const words: Readonly<Partial<Record<ProblemKind, string>>> = wording.value.matching.failures
  return message !== '' ? message : (words[kind] ?? wording.value.matching.failures.other)
}
