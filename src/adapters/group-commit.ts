import { setImmediate } from 'node:timers/promises'

interface Waiting<Item> {
  readonly item: Item
  resolve(): void
  reject(reason: unknown): void
}

/** Writes items that arrive while a write is running together in the next one. */
export interface GroupCommit<Item> {
  /** Resolves once the group of this item is written. */
  add(item: Item): Promise<void>
  /** Resolves once nothing waits any more. */
  settle(): Promise<void>
}

/** `write` stores all items of a group or none. */
export function groupCommit<Item>(
  write: (group: readonly Item[]) => Promise<void>,
  largestGroup = 64,
): GroupCommit<Item> {
  const waiting: Waiting<Item>[] = []
  let running: Promise<void> | null = null

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // An embedded database works without ever waiting for the system, so requests that have already come in
      // get to add their items only if we step aside.
      await setImmediate()
      await commit(write, waiting.splice(0, largestGroup))
    }
    running = null
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        running ??= drain()
      }),
    settle: async () => running ?? undefined,
  }
}

/** A group that fails is written one by one, so that a bad item spoils no other. */
async function commit<Item>(write: (group: readonly Item[]) => Promise<void>, group: Waiting<Item>[]): Promise<void> {
  try {
    await write(group.map(({ item }) => item))
    for (const { resolve } of group) resolve()
  } catch (error) {
    if (group.length === 1) group[0]?.reject(error)
    else for (const waiting of group) await commit(write, [waiting])
  }
}
