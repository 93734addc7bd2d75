import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'

/** What the widget's parts say; the words of the other pages would be most of the script. */
const spokenSections = [
  'title',
  'header',
  'welcome',
  'composer',
  'transcript',
  'steps',
  'answer',
  'citation',
  'standings',
  'problems',
  'values',
  'verdicts',
  'factQuestion',
  'widget',
]

const onlySpokenWording: Plugin = {
  name: 'only-spoken-wording',
  enforce: 'pre',
  transform: {
    filter: { id: /[\\/]wording[\\/][\w-]+\.json$/ },
    handler: (code) => {
      const wording: Record<string, unknown> = JSON.parse(code)
      return JSON.stringify(Object.fromEntries(spokenSections.map((section) => [section, wording[section]])))
    },
  },
}

/** One script for pages of other sites, beside the page. */
export default defineConfig({
  plugins: [onlySpokenWording, preact({ devToolsEnabled: false, prefreshEnabled: false })],
  build: {
    target: ['chrome90', 'safari15'],
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: 'web/src/widget/main.tsx',
      output: { format: 'iife', entryFileNames: 'widget.js' },
    },
  },
})
