import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askAll, sharedFolder, startCli } from './run-cli.ts'
import { notice, writeFiles } from './sample-originals.ts'

const data = sharedFolder()

test('taking in a file that is killed half-way leaves nothing broken: the next question is answered, from it too', async () => {
  const paths = await writeFiles(join(data.path, 'files'), { '琥珀计划.txt': notice('琥珀计划', '11万元', '1') })
  const child = startCli(data.path, 'ingest', ...paths)
  const exit = once(child, 'exit')
  if (child.stderr) await once(child.stderr, 'data')
  child.kill('SIGKILL')
  expect((await exit)[1]).toBe('SIGKILL')

  const [policy, original] = await askAll(data.path, '科技履约贷的保费补贴是多少', '琥珀计划奖励多少钱')
  expect(policy?.text).toContain('实际支付保费的50%')
  expect(original?.text).toContain('11万元')
}, 60_000)
