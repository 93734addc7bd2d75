import { z } from 'zod'
import { type IsoDate, isWithin, Standing, standingOf } from '../policy/index.ts'
import type { Citation } from './answer.ts'
import type { CitedDocument } from './steps/verify.ts'

/** What has become of a cited passage since the answer was given. */
export const LaterChange = z.object({
  /** Mark of the citation. */
  citation: z.string(),
  /** `standing`: the policy stands differently; `text`: the passage reads differently; `ended`: it does not hold any more. */
  kind: z.enum(['standing', 'text', 'ended', 'gone']),
  /** How the policy stands now; null where it is gone. */
  standing: Standing.nullable(),
  /** The policy that took its place, where one did. */
  newer: z.object({ id: z.string(), title: z.string() }).nullable(),
})
export type LaterChange = z.infer<typeof LaterChange>

type FindDocument = (id: string) => Promise<CitedDocument | null>

/** What differs on a day from what the citations say. */
export async function laterChanges(
  citations: readonly Citation[],
  on: IsoDate,
  find: FindDocument,
): Promise<LaterChange[]> {
  return (await Promise.all(citations.map((citation) => laterChange(citation, on, find)))).flat()
}

async function laterChange(citation: Citation, on: IsoDate, find: FindDocument): Promise<LaterChange[]> {
  const found = await find(citation.policyId)
  if (!found) return [{ citation: citation.id, kind: 'gone', standing: null, newer: null }]
  const standing = standingOf({ ...found.document, supersededBy: found.supersededBy }, on)
  const kind = kindOf(citation, standing, found, on)
  if (kind === null) return []
  const newer = found.supersededBy === null ? null : await find(found.supersededBy)
  const { id, title } = newer?.document ?? {}
  return [{ citation: citation.id, kind, standing, newer: id && title ? { id, title } : null }]
}

function kindOf(
  { status, anchor, quote }: Citation,
  standing: Standing,
  { document }: CitedDocument,
  on: IsoDate,
): LaterChange['kind'] | null {
  if (standing !== status) return 'standing'
  if (!document.text.includes(quote)) return 'text'
  const passage = document.passages.find((one) => one.anchor === anchor)
  const hasEnded = passage && !isWithin({ from: null, until: passage.validUntil }, on)
  return hasEnded ? 'ended' : null
}
