import type { PolicyList } from '../contract.ts'

export type PolicySummary = PolicyList['policies'][number]

/** Policies by a part of their name or number; short forms such as 高企 find 高新技术企业 as well, after those. */
export function findPolicies(policies: readonly PolicySummary[], sought: string): PolicySummary[] {
  const wanted = plain(sought)
  if (wanted === '') return []
  const named = policies.filter((policy) => textsOf(policy).some((text) => text.includes(wanted)))
  const shortened = policies.filter((policy) => isShortFor(wanted, plain(policy.title)))
  return [...new Set([...named, ...shortened])]
}

function textsOf({ title, titleEn, documentNumber }: PolicySummary): string[] {
  return [title, titleEn, documentNumber ?? ''].map(plain)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether the characters occur in this order, with others between them. */
function isShortFor(wanted: string, text: string): boolean {
  let from = 0
  for (const character of wanted) {
    const found = text.indexOf(character, from)
    if (found < 0) return false
    from = found + character.length
  }
  return true
}
