import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type Plugin, transformWithOxc } from 'vite'

const source = new URL('src/service-worker.ts', import.meta.url)
const publicFiles = readdirSync(new URL('public', import.meta.url))

/** Traditional characters weigh more than all the rest: they are kept once a reader has chosen them. */
const keptWhenUsed = /\/traditional-/

/** Writes `sw.js` with the names of the built files in it, so that every version of the website has its own. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const built = Object.values(bundle)
        const assets = built.map(({ fileName }) => fileName).filter((name) => name.startsWith('assets/'))
        const files = [...assets.filter((name) => !keptWhenUsed.test(name)), ...publicFiles].sort()
        const page = built.find(({ fileName }) => fileName === 'index.html')
        const hash = createHash('sha256').update(files.join())
        if (page?.type === 'asset') hash.update(page.source)
        for (const name of publicFiles) hash.update(readFileSync(new URL(`public/${name}`, import.meta.url)))
        const { code } = await transformWithOxc(readFileSync(source, 'utf8'), 'service-worker.ts')
        const constants = `const buildFiles = ${JSON.stringify(files)}\nconst buildVersion = '${hash.digest('hex').slice(0, 12)}'\n`
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: constants + code })
      },
    },
  }
}
