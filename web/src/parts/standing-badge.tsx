import type { Standing } from '../state/sentence-groups.ts'
import { wording } from '../wording/index.ts'

/** Says how a document stands; colour only repeats what the words say. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  return <span class={`badge badge-${standing}`}>{wording.value.standings[standing]}</span>
}
