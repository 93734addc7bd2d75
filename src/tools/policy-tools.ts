import type { CitedDocument, Locale, ProfileRead } from '../answering/index.ts'
import type { Assessor, FactCatalogue, FactQuestion, IndustryCatalogue, QuestionRequest } from '../eligibility/index.ts'
import type { IsoDate, Policy } from '../policy/index.ts'
import type { Retriever } from '../retrieval/index.ts'
import { createGetTool } from './get-policy.ts'
import { createMatchTool } from './match-policies.ts'
import { createReadTool } from './read-profile.ts'
import { createSearchTool } from './search-policies.ts'

/** What the tools rest on. */
export interface ToolKnowledge {
  readonly policies: readonly Policy[]
  readonly eligibility: {
    readonly assessor: Assessor
    readonly catalogue: FactCatalogue
    readonly industries: IndustryCatalogue
    nextQuestion(request: QuestionRequest): FactQuestion | null
    readFacts(text: string, asOf: IsoDate, locale: Locale): ProfileRead
  }
  readonly answering: { readonly retriever: Retriever }
  findDocument(id: string): Promise<CitedDocument | null>
}

/** The tools of the product, for whatever program calls them. */
export type PolicyTools = ReturnType<typeof createTools>

export function createTools(knowledge: ToolKnowledge, today: () => IsoDate) {
  return {
    search: createSearchTool(knowledge, today),
    match: createMatchTool(knowledge, today),
    read: createReadTool(knowledge, today),
    get: createGetTool(knowledge, today),
  }
}
