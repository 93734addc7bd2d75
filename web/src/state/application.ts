import { signal } from '@preact/signals'
import { root } from '../server/root.ts'

export const isOnline = signal(navigator.onLine)
addEventListener('online', () => {
  isOnline.value = true
})
addEventListener('offline', () => {
  isOnline.value = false
})

/** The worker of a newer version of the website, which waits for the reader's word. */
const newer = signal<ServiceWorker | null>(null)

export function hasNewVersion(): boolean {
  return newer.value !== null
}

/** Lets the website open without a network from the next visit on; where that is not possible nothing is lost. */
export async function keepForOffline(): Promise<void> {
  const workers = navigator.serviceWorker
  if (workers === undefined) return // not by plain http
  const registration = await workers.register(`${root}sw.js`, { scope: root, updateViaCache: 'none' })
  const look = () => {
    // The very first one replaces nothing.
    if (workers.controller !== null) newer.value = registration.waiting
  }
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
}

/** Loads the newer version; the conversation comes back with it. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  newer.value?.postMessage('take-over')
}
