import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquireLock } from '../../src/adapters/file-lock.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('the lock of a folder', () => {
  it('is held by one user at a time and can be taken again after it was released', async () => {
    const folder = await temporaryFolder()
    const release = await acquireLock(folder, '数据库')
    await expect(acquireLock(folder, '数据库')).rejects.toMatchObject({
      code: 'folder-locked',
      message: expect.stringContaining(folder),
    })
    await release()
    await release()
    await (await acquireLock(folder, '数据库'))()
  })

  it('held by another process is refused, and is free as soon as that process is killed', async () => {
    const folder = await temporaryFolder()
    const holder = spawn(process.execPath, [new URL('hold-lock.ts', import.meta.url).pathname, folder])
    await once(holder.stdout, 'data')
    await expect(acquireLock(folder, '数据库')).rejects.toMatchObject({ code: 'folder-locked' })
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    await (await acquireLock(folder, '数据库'))()
  })

  it('in a folder that cannot exist is refused with the path and what to check', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(acquireLock(join(folder, 'file', 'below'), '数据库')).rejects.toMatchObject({
      code: 'folder-unusable',
      message: expect.stringContaining('权限和磁盘空间'),
    })
  })
})
