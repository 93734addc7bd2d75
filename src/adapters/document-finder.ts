import type { CitedDocument, createCorpus } from '../answering/index.ts'
import type { openOriginalDocuments } from './original-documents.ts'

type FindOriginal = ReturnType<typeof openOriginalDocuments>['find']

/** Finds what can be cited by its id: a policy, else an added original. */
export function createDocumentFinder(corpus: ReturnType<typeof createCorpus>, findOriginal: FindOriginal) {
  return async (id: string): Promise<CitedDocument | null> => {
    const document = corpus.documents.get(id)
    const policy = corpus.find(id)
    if (document && policy)
      return { document, supersededBy: policy.supersededBy, sourceTitle: policy.sources[0]?.title ?? policy.title }
    const original = await findOriginal(id)
    return original && { document: original.document, supersededBy: null, sourceTitle: original.fileName }
  }
}
