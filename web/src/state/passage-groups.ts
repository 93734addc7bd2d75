import type { DocumentReply } from '../contract.ts'

export type Passage = DocumentReply['passages'][number]

/** Passages in a row that stand under the same headings. */
export interface PassageGroup {
  readonly heading: string
  readonly passages: readonly [Passage, ...Passage[]]
}

/** A document's passages under their headings; its own title is left out, the drawer shows it above. */
export function groupPassages({ title, passages }: DocumentReply): PassageGroup[] {
  const groups: PassageGroup[] = []
  for (const passage of passages) {
    const heading = passage.headings.filter((each) => each !== title).join(' · ')
    const last = groups.at(-1)
    if (last?.heading === heading) groups[groups.length - 1] = { heading, passages: [...last.passages, passage] }
    else groups.push({ heading, passages: [passage] })
  }
  return groups
}
