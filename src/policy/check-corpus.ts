import { checkPolicy, type PolicyFile } from './check-policy.ts'
import type { Problem } from './problem.ts'

const folderOfLevel = { national: 'national', municipal: 'shanghai', district: 'changning' } as const

/** All problems of all files: each file alone, and what they say of one another. */
export function checkCorpus(files: readonly PolicyFile[]): Problem[] {
  const byId = new Map(files.map((source) => [source.policy.id, source]))
  return [
    ...files.flatMap(checkPolicy),
    ...files.flatMap(checkPlace),
    ...files.flatMap((source) => checkReferences(source, byId)),
    ...checkAliases(files),
  ]
}

function checkPlace({ file, policy, lineOf }: PolicyFile): Problem[] {
  const expected = `${folderOfLevel[policy.level]}/${policy.id}.md`
  return file.endsWith(expected) ? [] : [{ file, line: lineOf(['id']), message: `this policy belongs in ${expected}` }]
}

function checkReferences({ file, policy, lineOf }: PolicyFile, byId: ReadonlyMap<string, PolicyFile>): Problem[] {
  const lists = ['supersedes', 'prerequisites', 'exclusive'] as const
  const problems = lists.flatMap((list) =>
    policy[list]
      .filter((id) => !byId.has(id) || id === policy.id)
      .map((id) => ({ file, line: lineOf([list]), message: `${list}: no other policy has the id "${id}"` })),
  )
  for (const id of policy.supersedes) {
    const older = byId.get(id)
    if (older && older.policy.supersededBy !== policy.id)
      problems.push({ file, line: lineOf(['supersedes']), message: `"${id}" does not say supersededBy: ${policy.id}` })
  }
  const newer = policy.supersededBy
  if (newer && !byId.get(newer)?.policy.supersedes.includes(policy.id))
    problems.push({ file, line: lineOf(['supersededBy']), message: `"${newer}" does not say supersedes: ${policy.id}` })
  if (newer && policy.status === 'in-force' && !policy.effectiveUntil)
    problems.push({
      file,
      line: lineOf(['effectiveUntil']),
      message: 'a superseded policy needs its last day, or status historical',
    })
  return problems
}

/** One name must not mean two policies of one level that apply at the same time; old versions may share it. */
function checkAliases(files: readonly PolicyFile[]): Problem[] {
  const current = files.filter(
    ({ policy }) => !policy.supersededBy && policy.status !== 'historical' && policy.status !== 'draft',
  )
  const owners = new Map<string, string>()
  return current.flatMap(({ file, policy, lineOf }) =>
    [...new Set([policy.title, ...policy.aliases])].flatMap((alias) => {
      const key = `${policy.level} ${alias.toLowerCase()}`
      const owner = owners.get(key)
      owners.set(key, policy.id)
      return owner
        ? [{ file, line: lineOf(['aliases']), message: `"${alias}" also names ${owner}; make it specific` }]
        : []
    }),
  )
}
