import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ServerProblem } from '../server/problem.ts'

export type Fetched<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: ServerProblem }
  | { readonly status: 'ready'; readonly value: Value }

export interface FetchedStore<Value> {
  get(key: string): Fetched<Value>
  load(key: string): Promise<void>
}

const loading = { status: 'loading' } as const

/** What the server gave, by key; kept while the website is open, so that a page one comes back to is there at once. */
export function createFetched<Value>(fetch: (key: string) => Promise<Value>): FetchedStore<Value> {
  const kept = signal<ReadonlyMap<string, Fetched<Value>>>(new Map())
  const put = (key: string, entry: Fetched<Value>) => {
    kept.value = new Map(kept.value).set(key, entry)
  }
  return {
    get: (key) => kept.value.get(key) ?? loading,
    load: async (key) => {
      const known = kept.peek().get(key)
      if (known !== undefined && known.status !== 'failed') return
      put(key, loading)
      try {
        put(key, { status: 'ready', value: await fetch(key) })
      } catch (error) {
        // The page says what is wrong, and can try again.
        put(key, { status: 'failed', problem: error instanceof ServerProblem ? error : new ServerProblem('server') })
      }
    },
  }
}

export function useFetched<Value>(store: FetchedStore<Value>, key: string): Fetched<Value> {
  useEffect(() => void store.load(key), [store, key])
  return store.get(key)
}
