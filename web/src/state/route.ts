import { computed, signal } from '@preact/signals'
import { root } from '../server/root.ts'

const plainPages = {
  '/': 'home',
  '/chat': 'chat',
  '/firm': 'firm',
  '/matches': 'matches',
  '/policies': 'policies',
  '/loans': 'loans',
  '/history': 'history',
  '/saved': 'saved',
} as const

export type Route =
  | { readonly page: 'policy' | 'share'; readonly id: string }
  | { readonly page: (typeof plainPages)[keyof typeof plainPages] | 'unknown' }

/** One stay on a page: each entry of the browser's history is one. */
export interface Visit {
  /** From the website's root, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly route: Route
  /** How far down the reader was when leaving it; null on a page that was not seen in this entry yet. */
  readonly place: number | null
}

export const visit = signal<Visit>(visitOf(null))
export const route = computed(() => visit.value.route)

/** Where readers were on the entries they left, by the key of the entry. */
const places = new Map<string, number>()
let currentKey = keyOf(history.state)

/** The address of a page as the browser needs it; `path` is one from the root, with query and fragment if any. */
export function addressOf(path: string): string {
  return root + path.slice(1)
}

/** Opens a page of this website without leaving the document. */
export function goTo(path: string, { replace = false } = {}): void {
  const { pathname, search, hash } = location
  const address = addressOf(path)
  if (address === pathname + search + hash) return
  leave()
  if (!replace) currentKey = crypto.randomUUID?.() ?? String(performance.now())
  history[replace ? 'replaceState' : 'pushState']({ key: currentKey }, '', address)
  visit.value = visitOf(null)
}

history.scrollRestoration = 'manual' // the browser would scroll before the page is there
addEventListener('popstate', ({ state }) => {
  leave()
  currentKey = keyOf(state)
  visit.value = visitOf(places.get(currentKey) ?? null)
})

export function routeOf(path: string): Route {
  const [, folder, id] = path.match(/^\/(policies|s)\/([^/]+)$/) ?? []
  if (folder && id) return { page: folder === 's' ? 'share' : 'policy', id: decode(id) }
  return { page: isPlain(path) ? plainPages[path] : 'unknown' }
}

function isPlain(path: string): path is keyof typeof plainPages {
  return Object.hasOwn(plainPages, path)
}

function leave(): void {
  places.set(currentKey, scrollY)
}

function visitOf(place: number | null): Visit {
  const path = `/${location.pathname.slice(root.length)}`
  return { path, query: new URLSearchParams(location.search), route: routeOf(path), place }
}

/** Entries that another script or a link to a fragment made have no state. */
function keyOf(state: unknown): string {
  return typeof state === 'object' && state !== null && 'key' in state ? String(state.key) : ''
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
