import type { Passage, SourceDocument } from './passage.ts'
import type { Policy } from './policy.ts'

/** A policy as a document to search and to show: its headings and clauses as text, one passage per clause. */
export function policyDocument(policy: Policy): SourceDocument {
  let text = `${policy.title}\n`
  let heading = ''
  const passages = policy.clauses.map((clause): Passage => {
    const start = text.length === policy.title.length + 1 ? 0 : text.length
    if (clause.heading !== heading) text += `\n${clause.heading}\n\n`
    heading = clause.heading
    text += `${clause.number}. `
    const bodyStart = text.length
    text += `${clause.text}\n`
    return {
      id: `${policy.id}#${clause.anchor}`,
      documentId: policy.id,
      anchor: clause.anchor,
      headings: [clause.heading],
      text: clause.text,
      start,
      bodyStart,
      end: text.length,
      validFrom: clause.from,
      validUntil: clause.until,
    }
  })
  return {
    id: policy.id,
    origin: 'policy',
    title: policy.title,
    documentNumber: policy.documentNumbers[0] ?? null,
    level: policy.level,
    kind: policy.kind,
    status: policy.status,
    publishedOn: policy.publishedOn,
    effectiveFrom: policy.effectiveFrom,
    effectiveUntil: policy.effectiveUntil,
    sourceUrl: policy.sources.find((source) => source.url)?.url ?? null,
    aliases: [...policy.aliases, policy.titleEn],
    text,
    passages,
  }
}
