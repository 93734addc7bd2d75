import { type ChatMessage, type ChatModel, ModelError } from '../../src/answering/index.ts'
import { type PromptMaterial, promptMaterial } from './prompt-material.ts'

/** Says lines for what a prompt holds, without an end where it likes. */
export type Script = (material: PromptMaterial) => Iterable<string>

const piece = 5

/** A language model that words answers by rules: the same prompt brings the same reply, in small pieces. */
export function scriptedModel(name: string, script: Script): ChatModel {
  return {
    name,
    async *stream({ messages, signal }) {
      for (const line of script(promptMaterial(contentOf(messages)))) {
        const text = `${line}\n`
        for (let at = 0; at < text.length; at += piece) {
          signal?.throwIfAborted()
          yield text.slice(at, at + piece)
        }
      }
    },
    // It words and reads nothing; whoever asks it to falls back to code.
    complete: async () => {
      throw new ModelError('invalid-output', `${name} gives no structured replies`)
    },
  }
}

function contentOf(messages: readonly ChatMessage[]): string {
  return messages.map(({ content }) => content).join('\n\n')
}
