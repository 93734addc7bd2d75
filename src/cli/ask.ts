import { createInterface } from 'node:readline/promises'
import type { Answer, Assistant, Locale } from '../answering/index.ts'
import type { IsoDate } from '../policy/index.ts'

interface AskOptions {
  readonly assistant: Assistant
  readonly asOf: IsoDate
  readonly locale: Locale | undefined
  readonly json: boolean
}

/** Answers one question, or, without one, a conversation line by line until the input ends. */
export async function runAsk(question: string, options: AskOptions): Promise<void> {
  if (question !== '') return print(await askOnce(question, undefined, options), options.json)
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '问> ' })
  let conversationId: string | undefined
  lines.prompt()
  for await (const line of lines) {
    if (line.trim() !== '') {
      const answer = await askOnce(line, conversationId, options)
      conversationId = answer.conversationId
      print(answer, options.json)
    }
    lines.prompt()
  }
}

async function askOnce(message: string, conversationId: string | undefined, options: AskOptions): Promise<Answer> {
  const request = {
    message,
    ownerId: 'terminal',
    asOf: options.asOf,
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
  }
  for await (const event of options.assistant.ask(request)) if (event.type === 'answer-end') return event.answer
  throw new Error('the answer did not end')
}

function print(answer: Answer, json: boolean): void {
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
