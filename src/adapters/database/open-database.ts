import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { drizzle, type PgliteDatabase } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { acquireLock } from '../file-lock.ts'

export interface OpenDatabase {
  readonly database: PgliteDatabase
  close(): Promise<void>
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Opens the embedded PostgreSQL of a folder, creating or migrating it; one process at a time. */
export async function openDatabase(folder: string): Promise<OpenDatabase> {
  // PGlite takes no lock of its own: two processes on one folder lose acknowledged writes without an error.
  const release = await acquireLock(folder, '对话数据库')
  try {
    const client = new PGlite(folder)
    const database = drizzle(client)
    await migrate(database, { migrationsFolder })
    const close = async (): Promise<void> => {
      await client.close()
      await release()
    }
    return { database, close }
  } catch (error) {
    await release()
    throw error
  }
}
