import type { ChatModel } from '../../src/answering/index.ts'
import { type DraftLine, hashOf, type PromptMaterial, pairsOf, say, shared } from './prompt-material.ts'
import { plainer, splitLong, withLead } from './rewording.ts'
import { scriptedModel } from './scripted-model.ts'

/** Rewords honestly, as a good language model does: nothing added, nothing changed, every point kept. */
export const faithfulModel = (): ChatModel => scriptedModel('scripted-faithful', reword)

const mostSentences = 4
/** A source sentence that speaks of less of the question does not answer it. */
const leastShare = 0.3
const nothing = '无'

function reword(material: PromptMaterial): string[] {
  const { question, draft } = material
  const lines = draft.length > 0 ? mergeNeighbours(answerFirst(draft, question)) : quoted(material)
  if (lines.length === 0) return [nothing]
  return lines
    .flatMap(({ text, handles }) => splitLong(text).map((part) => ({ text: plainer(part), handles })))
    .map((line, index) => say({ ...line, text: withLead(line.text, index) }))
}

/** The line that speaks most of the question comes first. */
function answerFirst(draft: readonly DraftLine[], question: string): DraftLine[] {
  const best = [...draft].sort((a, b) => shared(question, b.text) - shared(question, a.text))[0]
  return best ? [best, ...draft.filter((line) => line !== best)] : []
}

const longestMerged = 90
const leastSubject = 4

/** Two short lines of one subject become one sentence that names it once. */
function mergeNeighbours(lines: readonly DraftLine[]): DraftLine[] {
  const merged: DraftLine[] = []
  for (const line of lines) {
    const last = merged.at(-1)
    const text = last?.handles.length === 1 ? joinedText(last.text, line.text) : null
    if (!last || !text) merged.push(line)
    else merged[merged.length - 1] = { text, handles: [...new Set([...last.handles, ...line.handles])] }
  }
  return merged
}

function joinedText(first: string, second: string): string | null {
  const subject = commonSubject(first, second)
  const rest = second.slice(subject.length).replace(/^，/, '')
  const isLong = subject.length >= leastSubject && rest.length >= leastSubject
  const isFit = isLong && !rest.startsWith('的') && first.endsWith('。') && !first.includes('；')
  const joined = `${first.slice(0, -1)}，${rest}`
  return isFit && joined.length <= longestMerged ? joined : null
}

/** What both begin with, up to a place where a speaker may pause. */
function commonSubject(first: string, second: string): string {
  let length = 0
  while (length < first.length && first[length] === second[length]) length += 1
  const common = first.slice(0, length)
  const end = Math.max(...['的', '，', '企业'].map((pause) => common.lastIndexOf(pause) + (pause === '企业' ? 2 : 1)))
  return common.slice(0, /[的，]|企业/.test(common) ? end : 0)
}

/** For an open question the sentences that speak most of it, nearly as they stand. */
function quoted({ question, sources }: PromptMaterial): DraftLine[] {
  const asked = pairsOf(question).length
  return sources
    .flatMap(({ handle, text }) =>
      text
        .split(/(?<=。)/)
        .filter((sentence) => sentence.endsWith('。'))
        .map((sentence) => ({ text: sentence, handles: [handle], share: shared(question, sentence) / asked })),
    )
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share || hashOf(a.text) - hashOf(b.text))
    .slice(0, mostSentences)
}
