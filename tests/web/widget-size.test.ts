import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { buildWidget } from './widget-site.ts'

test('the script of the widget, with its styles and words, is at most 45 kB compressed', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'policy-navigator-widget-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await buildWidget(folder)
  expect(gzipSync(await readFile(join(folder, 'widget.js'))).length).toBeLessThanOrEqual(45_000)
})
