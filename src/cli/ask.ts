import { createInterface } from 'node:readline/promises'
import { type Answer, AskError, type Assistant, type Locale } from '../answering/index.ts'
import type { IsoDate } from '../policy/index.ts'
import { askProblems, modelCallLine } from './wording.ts'

interface AskOptions {
  readonly assistant: Assistant
  readonly asOf: IsoDate
  readonly locale: Locale | undefined
  readonly json: boolean
}

/** Answers one question, or, without one, a conversation line by line until the input ends. */
export async function runAsk(question: string, options: AskOptions): Promise<void> {
  if (question !== '') return print(await askOnce(question, undefined, options), options.json)
  const lines = createInterface({ input: process.stdin })
  let conversationId: string | undefined
  prompt()
  for await (const line of lines) {
    if (line.trim() !== '') {
      const answer = await askOnce(line, conversationId, options).catch(reportQuestion)
      conversationId = answer?.conversationId ?? conversationId
      if (answer) print(answer, options.json)
    }
    prompt()
  }
}

/** Only where somebody types: what is piped out stays clean. */
function prompt(): void {
  if (process.stdin.isTTY) process.stdout.write('问> ')
}

async function askOnce(message: string, conversationId: string | undefined, options: AskOptions): Promise<Answer> {
  const request = {
    message,
    ownerId: 'terminal',
    asOf: options.asOf,
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
  }
  try {
    for await (const event of options.assistant.ask(request)) if (event.type === 'answer-end') return event.answer
  } catch (cause) {
    throw cause instanceof AskError ? new QuestionError(askProblems[cause.code], { cause }) : cause
  }
  throw new Error('the answer did not end')
}

/** A question that cannot be taken; a conversation goes on after it. */
class QuestionError extends Error {
  readonly code = 'question-invalid'
}

function reportQuestion(error: unknown): null {
  if (!(error instanceof QuestionError)) throw error
  console.error(error.message)
  return null
}

function print(answer: Answer, json: boolean): void {
  for (const call of answer.modelCalls ?? []) console.error(modelCallLine(call))
  if (json) {
    console.log(JSON.stringify(answer, null, 2))
    return
  }
  console.log(`\n${answer.text}`)
  if (answer.citations.length > 0) console.log(answer.locale === 'en' ? '\nSources:' : '\n依据：')
  for (const { id, title, documentNumber, clause, sourceUrl } of answer.citations)
    console.log(`[${id}] ${[`《${title}》`, documentNumber, clause, sourceUrl].filter(Boolean).join('，')}`)
  if (answer.suggestions.length > 0)
    console.log(`\n${answer.suggestions.map((suggestion) => `> ${suggestion}`).join('\n')}`)
  console.log('')
}
