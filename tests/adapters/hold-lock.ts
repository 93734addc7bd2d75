import { acquireLock } from '../../src/adapters/file-lock.ts'

/** Takes the lock of a folder, says so, and keeps it until killed. */
await acquireLock(process.argv[2] ?? '', '测试')
console.log('held')
setInterval(() => {}, 60_000)
