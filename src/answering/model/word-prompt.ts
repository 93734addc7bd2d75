import type { ChatMessage } from '../chat-model.ts'
import type { DraftSentence } from '../draft.ts'
import { maskPersonalData } from '../mask.ts'
import { handleOf, type Material } from './material.ts'
import prompts from './prompts.json' with { type: 'json' }

/** What the model is told. Nothing of the asker goes in but the question, without personal data. */
export function wordPrompt(question: string, verdicts: readonly string[], material: Material): ChatMessage[] {
  const isOpen = material.draft.length === 0
  const lines = material.draft
    .filter(isOneLine)
    .map(({ text, passages }) => text + passages.map((one) => `[${handleOf(material, one)}]`).join(''))
  const sources = [...material.passages].map(([handle, { passage, document }]) =>
    oneLine(`[${handle}] 《${document.title}》${passage.headings.join('、')}：${passage.text}`),
  )
  const content = [
    section(prompts.question, [oneLine(maskPersonalData(question))]),
    section(prompts.verdicts, verdicts),
    section(prompts.draft, lines),
    section(prompts.sources, sources),
  ]
  return [
    { role: 'system', content: `${prompts.rules}\n\n${isOpen ? prompts.open : prompts.reword}` },
    { role: 'user', content: content.filter((part) => part !== '').join('\n\n') },
  ]
}

function section(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<${name}>\n${lines.join('\n')}\n</${name}>`
}

/** A table stays as the draft has it. */
function isOneLine({ text }: DraftSentence): boolean {
  return !text.includes('\n')
}

/** A line break or a tag of what people wrote must not look like ours. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[<>]/g, ' ')
}
