import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret that signs owners' tokens: made once, kept in the data folder for this user alone. */
export async function readOrCreateCookieSecret(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'cookie-secret')
  await mkdir(dataFolder, { recursive: true })
  await writeFile(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(path, 'utf8')
}
