import type { SourceDocument } from '../../src/policy/index.ts'
import { sampleDocument } from '../retrieval/sample-documents.ts'

/** Documents of ten passages each, every one naming its edition. */
export function manyDocuments(count: number, edition: string): SourceDocument[] {
  return Array.from({ length: count }, (_, i) =>
    sampleDocument(
      `policy-${i}`,
      `第${i}号办法`,
      Array.from({ length: 10 }, (_, clause) => `${edition}：企业${i}可以申请第${clause}项补贴。`),
    ),
  )
}
