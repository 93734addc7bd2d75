// Lets the website open without a network. Only its own files are kept, never a reply of the interface under v1/.

/** Put in by the build: the files of this version, from the website's root. */
declare const buildFiles: readonly string[]
declare const buildVersion: string

// The library declares the scope of workers in general; this file is only ever run as a service worker.
const worker = self as unknown as ServiceWorkerGlobalScope

const cacheName = `shell-${buildVersion}`
const { pathname: root } = new URL(worker.registration.scope)

worker.addEventListener('install', (event) => event.waitUntil(keepShell()))
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()))
worker.addEventListener('message', ({ data }) => {
  // Said by the reader's press on the notice of a new version.
  if (data === 'take-over') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  const path = pathname.slice(root.length)
  if (request.mode === 'navigate' && !/^(v1|docs|plain|metrics)\b/.test(path)) event.respondWith(openPage(request))
  else if (path.startsWith('assets/')) event.respondWith(openAsset(request))
  else if (buildFiles.includes(path)) event.respondWith(openFile(request))
})

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName)
  // Past the browser's own cache: these names carry no hash of their content.
  const fresh = buildFiles.map(
    (path) => new Request(root + path, path.startsWith('assets/') ? {} : { cache: 'reload' }),
  )
  await cache.addAll([...fresh, new Request(root, { cache: 'reload' })])
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('shell-') && name !== cacheName).map((name) => caches.delete(name)),
  )
}

/** The network's page first, so that a new version is seen at once; without a network the one that was kept. */
async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const shell = await caches.match(root)
    if (shell === undefined) throw error
    // Its files are named from the root, whatever folder the address lies in.
    const page = (await shell.text()).replaceAll(/ (href|src|action)="\.\//g, ` $1="${root}`)
    return new Response(page, { headers: shell.headers })
  }
}

/** The name of an asset changes with its content: what is kept is right. */
async function openAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept !== undefined) return kept
  const response = await fetch(request)
  if (response.ok) await (await caches.open(cacheName)).put(request, response.clone())
  return response
}

async function openFile(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request)
    if (kept === undefined) throw error
    return kept
  }
}
