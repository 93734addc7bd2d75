import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { serviceWorker } from './service-worker.ts'
import { traditionalDictionary } from './traditional-dictionary.ts'

export default defineConfig({
  // Relative addresses let the page be served from `/` or from below a path.
  base: './',
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), traditionalDictionary(), serviceWorker()],
  build: {
    // Browsers inside chat applications lag some years behind.
    target: ['chrome90', 'safari15'],
    // A strict content security policy allows no `data:` addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000' } },
})
