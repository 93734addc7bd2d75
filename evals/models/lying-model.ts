import type { ChatModel } from '../../src/answering/index.ts'
import { lies } from './lies.ts'
import { type DraftLine, hashOf, type PromptMaterial, say } from './prompt-material.ts'
import { scriptedModel } from './scripted-model.ts'

export interface LyingModel extends ChatModel {
  /** By the false sentence the name of its lie, since the last call of this function. */
  takeTold(): ReadonlyMap<string, string>
}

/** Lies in every second sentence, in ways that its question chooses, and now and then without end. */
export function lyingModel(): LyingModel {
  let told = new Map<string, string>()
  const tell = (name: string, line: DraftLine): string => {
    // Where only the handle is false, the words may be said with a true one as well.
    if (!isOnlyHandle(name)) told.set(bare(line.text), name)
    return say(line)
  }
  return {
    ...scriptedModel('scripted-hostile', (material) => talk(material, tell)),
    takeTold: () => {
      const taken = told
      told = new Map()
      return taken
    },
  }
}

/** A false sentence is known again by its words. */
export function bare(text: string): string {
  return text.replace(/[\s。；]+$/, '').trim()
}

const names = Object.keys(lies)

function isOnlyHandle(name: string): boolean {
  return / handle$|^handle /.test(name)
}

function* talk(material: PromptMaterial, tell: (name: string, line: DraftLine) => string): Generator<string> {
  const { question, draft, sources } = material
  const lines = draft.length > 0 ? draft : sources.map(({ handle, text }) => ({ text, handles: [handle] }))
  const seed = hashOf(question)
  for (const [index, line] of lines.entries()) {
    const lie = lieFor(line, material, seed + index * 11)
    if (lie) yield tell(lie.name, lie.line)
    if (index % 2 === 1) yield say(line)
  }
  const [first] = lines
  if (seed % 10 === 0 && first) for (;;) yield tell('endless', { ...first, text: `${first.text}如此反复` })
}

/** The first lie from the chosen place on that this line can be turned into. */
function lieFor(line: DraftLine, material: PromptMaterial, from: number) {
  for (let step = 0; step < names.length; step += 1) {
    const name = names[(from + step) % names.length] ?? ''
    const told = lies[name]?.(line, material)
    if (told) return { name, line: told }
  }
  return null
}
