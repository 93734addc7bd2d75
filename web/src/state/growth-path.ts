import type { GrowthPathReply } from '../contract.ts'
import { fetchGrowthPath } from '../server/firm-server.ts'
import { createFollower } from './follow-firm.ts'

export type GrowthStep = GrowthPathReply['steps'][number]

/** The qualifications of the firm as steps. */
export const growthPath = createFollower(fetchGrowthPath, () => ({}))

/** Steps that can be taken side by side; each stage builds on those before it. */
export function stagesOf(steps: readonly GrowthStep[]): readonly (readonly GrowthStep[])[] {
  const stageOf = new Map<string, number>()
  // The server puts a step after those that lead to it; one that leads back in a ring counts as none.
  for (const { policyId, after } of steps)
    stageOf.set(policyId, Math.max(0, ...after.map((id) => (stageOf.get(id) ?? -1) + 1)))
  const last = Math.max(-1, ...stageOf.values())
  return Array.from({ length: last + 1 }, (_, stage) => steps.filter(({ policyId }) => stageOf.get(policyId) === stage))
}
