import { hasWords, type Reading } from '../../reading/index.ts'
import type { Turn } from '../ports.ts'

export type RewordingFault = 'empty' | 'link' | 'instruction' | 'figure' | 'policy'

const link = /:\/\/|www\.|\w\.(?:com|cn|net|org|gov|io)\b|[@<>{}[\]`#\\|]/i
const figure = /\d[\d.,]*|[〇零一二两三四五六七八九十百千万亿几半]+(?=[万亿元块人个家件项年月日号天周倍成%])/g
const title = /《([^》]*)》?/g

/** What a rewording brings in that neither the question nor those before it tell; null where there is nothing. */
export function checkRewording(
  question: string,
  { reading, history }: { readonly reading: Reading; readonly history: readonly Turn[] },
  read: (text: string) => Reading,
): RewordingFault | null {
  if (!hasWords(question)) return 'empty'
  if (link.test(question)) return 'link'
  const reworded = read(question)
  if (reworded.intent.kind === 'unsafe') return 'instruction'
  const citations = history.flatMap(({ answer }) => answer.citations)
  const told = [reading.text, ...history.map((turn) => turn.question), ...citations.map((one) => one.title)]
  const isTold = (words: string) => told.some((text) => text.includes(words))
  if (!(question.match(figure) ?? []).every(isTold)) return 'figure'
  const known = new Set([
    ...citations.map(({ policyId }) => policyId),
    ...history.flatMap((turn) => read(turn.question).mentions).flatMap(({ policyIds }) => policyIds),
    ...reading.mentions.flatMap(({ policyIds }) => policyIds),
  ])
  const isKnown = reworded.mentions.every(({ policyIds }) => policyIds.some((id) => known.has(id)))
  return isKnown && [...question.matchAll(title)].every(([, name = '']) => isTold(name)) ? null : 'policy'
}
