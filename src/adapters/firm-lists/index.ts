import type { MatchDesk } from '../../reading/index.ts'
import type { FirmMatching } from './firm-matching.ts'
import type { DeskLimits } from './match-desk.ts'
import type { MatchBasis } from './match-thread.ts'

export type { FirmMatching } from './firm-matching.ts'
export type { DeskLimits } from './match-desk.ts'

/** Matches lists of firms in this thread; the libraries are loaded only now. */
export async function openFirmMatching(corpusFolder: string): Promise<FirmMatching> {
  const { loadFirmMatching } = await import('./firm-matching.ts')
  return loadFirmMatching(corpusFolder)
}

/** Matches uploaded lists in threads beside the answering of questions. */
export async function openMatchDesk(basis: MatchBasis, limits?: Partial<DeskLimits>): Promise<MatchDesk> {
  const { createMatchDesk, usualLimits } = await import('./match-desk.ts')
  return createMatchDesk(basis, { ...usualLimits, ...limits })
}
