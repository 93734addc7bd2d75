import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export class FileLockError extends Error {
  readonly code: 'folder-locked' | 'folder-unusable'
  constructor(code: FileLockError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'FileLockError'
    this.code = code
  }
}

/**
 * Makes this process the only user of a folder until the returned function is called. The lock is one
 * that the operating system holds for SQLite, so it ends with its process, however that ends: there is
 * no stale lock to wait for, and a busy process cannot lose its own. The empty file stays behind.
 */
export async function acquireLock(folder: string, what: string): Promise<() => Promise<void>> {
  const database = await openLockFile(folder, what)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    if (!isBusy(cause)) throw unusable(folder, what, cause)
    throw new FileLockError(
      'folder-locked',
      `${what}正被另一个进程使用，本次操作没有开始。文件夹：${folder}。请等它结束或先停止它，然后重试。`,
      { cause },
    )
  }
  return async () => {
    if (database.isOpen) database.close()
  }
}

async function openLockFile(folder: string, what: string): Promise<DatabaseSync> {
  try {
    await mkdir(folder, { recursive: true })
    return new DatabaseSync(join(folder, '.lock'))
  } catch (cause) {
    throw unusable(folder, what, cause)
  }
}

function unusable(folder: string, what: string, cause: unknown): FileLockError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new FileLockError(
    'folder-unusable',
    `${what}的文件夹无法写入：${folder}（${reason}）。请检查路径、权限和磁盘空间，然后重试。`,
    { cause },
  )
}

/** SQLITE_BUSY */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}
