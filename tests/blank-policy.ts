import type { Policy } from '../src/policy/index.ts'

/** A policy without a fault and without a word of its own: what tests do not speak of. */
export const blankPolicy: Omit<Policy, 'clauses'> = {
  id: 'sample-loan',
  title: '示范贷',
  titleEn: 'Sample loan',
  aliases: [],
  records: ['N01'],
  level: 'district',
  kind: 'loan',
  part: null,
  categories: [],
  issuers: ['上海市长宁区发展和改革委员会'],
  documentNumbers: [],
  status: 'in-force',
  publishedOn: null,
  effectiveFrom: null,
  effectiveUntil: null,
  windows: [],
  supersedes: [],
  supersededBy: null,
  prerequisites: [],
  exclusive: [],
  benefits: [],
  contact: { organisation: '上海市长宁区发展和改革委员会', phone: null, clause: 'contact' },
  sources: [{ title: '示范', number: null, url: null, nature: 'known' }],
  confidence: 'known',
}
