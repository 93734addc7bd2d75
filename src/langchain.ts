import type { Document } from '@langchain/core/documents'
import { DynamicStructuredTool } from '@langchain/core/tools'
import { type PolicyDocumentMetadata, PolicyRetriever } from './adapters/langchain-retriever.ts'
import { loadConfig } from './config.ts'
import type { SearchOptions } from './retrieval/index.ts'
import { openKnowledge, today } from './services.ts'
import { createTools, type PolicyTools, quotePassage } from './tools/index.ts'

export { type PolicyDocumentMetadata, PolicyRetriever } from './adapters/langchain-retriever.ts'

/** The product for programs built with LangChain. */
export type PolicyNavigator = Awaited<ReturnType<typeof openPolicyNavigator>>

/** Opens the corpus and brings the index in the data folder up to date; call `close` at the end. */
export async function openPolicyNavigator(folders: { readonly corpusFolder: string; readonly dataFolder: string }) {
  const knowledge = await openKnowledge({ ...loadConfig({}), ...folders })
  await knowledge.sync()
  const tools = createTools(knowledge, today)
  return {
    tools,
    /** Searches what is in force today, unless told otherwise. */
    retriever: (options: SearchOptions = {}) =>
      new PolicyRetriever({
        retriever: knowledge.answering.retriever,
        options: () => ({ ...options, filter: { inForceAt: today(), ...options.filter } }),
      }),
    /** Documents as lines for a prompt: policy, document number, clause and the verbatim quote. */
    quotes: async (documents: readonly Document<PolicyDocumentMetadata>[]): Promise<string> => {
      const quoted = documents.map(({ metadata }) => quotePassage(metadata, today(), knowledge.findDocument))
      return (await Promise.all(quoted)).filter((line) => line !== null).join('\n')
    },
    matchTool: () => createMatchTool(tools),
    close: () => knowledge.index.close(),
  }
}

/** Matching as a tool of LangChain: its content is the text, its artifact the structured result. */
export function createMatchTool({ match }: Pick<PolicyTools, 'match'>) {
  const { name, description, input } = match
  return new DynamicStructuredTool({
    name,
    description,
    schema: input,
    responseFormat: 'content_and_artifact',
    func: async (values, _runManager, config) => {
      const { text, data } = await match.call(values, config?.signal)
      return [text, data]
    },
  })
}
