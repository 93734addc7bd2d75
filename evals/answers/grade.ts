import { z } from 'zod'
import { type Answer, type ChatModel, ModelError } from '../../src/answering/index.ts'
import words from './grading.json' with { type: 'json' }
import type { RunRecord } from './record-run.ts'

const Score = z.number().int().min(1).max(5)
const Grade = z.object({
  faithfulness: Score.describe(words.faithfulness),
  helpfulness: Score.describe(words.helpfulness),
})
export type Grade = z.infer<typeof Grade>

export interface Grading {
  readonly grades: readonly Grade[]
  /** Answers that the model gave no usable grade to. */
  readonly failed: number
}

/** Lets a model grade the answers that have sentences; one that it cannot grade counts as failed. */
export async function gradeRun(records: readonly RunRecord[], chatModel: ChatModel): Promise<Grading> {
  const grades: Grade[] = []
  let failed = 0
  for (const { question, answer } of records) {
    if (!answer || answer.sentences.length === 0) continue
    const grade = await gradeOf(question, answer, chatModel)
    if (grade) grades.push(grade)
    else failed += 1
  }
  return { grades, failed }
}

async function gradeOf(question: string, answer: Answer, chatModel: ChatModel): Promise<Grade | null> {
  const sources = answer.citations.map(({ id, title, quote }) => `[${id}] 《${title}》${quote}`).join('\n')
  const content = [
    ...[`<${words.question}>\n${question}`, `<${words.answer}>\n${answer.text}`, `<${words.sources}>\n${sources}`],
  ].join('\n\n')
  const system = [words.rules, words.faithfulness, words.helpfulness].join('\n')
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content },
  ] as const
  try {
    return await chatModel.complete({ name: 'grade', schema: Grade, messages, maxTokens: 200 })
  } catch (error) {
    if (error instanceof ModelError) return null
    throw error
  }
}

/** One line, marked as what a model says of a model. */
export function gradingLine({ grades, failed }: Grading): string {
  const mean = (name: keyof Grade) =>
    grades.length === 0 ? '–' : (grades.reduce((sum, grade) => sum + grade[name], 0) / grades.length).toFixed(2)
  return [
    `Graded by the same model, 1 to 5, over ${grades.length} answers: faithfulness ${mean('faithfulness')}, helpfulness ${mean('helpfulness')}.`,
    ...(failed > 0 ? [`${failed} answers got no usable grade.`] : []),
  ].join(' ')
}
