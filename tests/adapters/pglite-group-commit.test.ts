import { describe, expect, test } from 'vitest'
import { groupCommit } from '../../src/adapters/group-commit.ts'

describe('group commit', () => {
  test('what arrives while a write runs is written together in the next one', async () => {
    const groups: (readonly number[])[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    const started = Promise.withResolvers<void>()
    const commits = groupCommit<number>(async (group) => {
      groups.push(group)
      started.resolve()
      if (groups.length === 1) await promise
    }, 3)
    const first = commits.add(1)
    await started.promise
    const others = [2, 3, 4, 5].map((item) => commits.add(item))
    resolve()
    await Promise.all([first, ...others])
    expect(groups).toEqual([[1], [2, 3, 4], [5]])
  })

  test('a bad item fails alone, and later items are still written', async () => {
    const written: number[] = []
    const commits = groupCommit<number>(async (group) => {
      if (group.includes(2)) throw new Error('bad')
      written.push(...group)
    })
    const results = await Promise.allSettled([1, 2, 3].map((item) => commits.add(item)))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await commits.add(4)
    expect(written).toEqual([1, 3, 4])
  })

  test('settling waits for everything that was added', async () => {
    const written: number[] = []
    const commits = groupCommit<number>(async (group) => {
      written.push(...group)
    })
    await commits.settle()
    commits.add(1)
    await commits.settle()
    expect(written).toEqual([1])
  })
})
