import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import type { SourceDocument } from '../../src/policy/index.ts'
import type { PassageFilter, PassageIndex } from '../../src/retrieval/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const model = createNgramEmbeddings()

export async function openWith(
  documents: readonly SourceDocument[],
  residentRows = 5_000,
): Promise<{ index: PassageIndex; uri: string }> {
  const uri = await temporaryFolder()
  const index = await openPassageIndex({ uri, model, residentRows })
  await index.sync(documents)
  return { index, uri }
}

/** Documents found by both legs together. */
export async function documentsFound(
  index: PassageIndex,
  query: string,
  filter: PassageFilter = {},
): Promise<string[]> {
  const options = { limit: 50, filter }
  const keyword = await index.searchKeywords(query, options)
  const vector = await index.searchVector(await model.embeddings.embedQuery(query), options)
  return [...new Set([...keyword, ...vector].map(({ passage }) => passage.documentId))].sort()
}
