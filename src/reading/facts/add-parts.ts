import type { Finding } from './finding.ts'
import { spanOf } from './finding.ts'
import type { Message } from './message.ts'

/** Adds up what is counted in parts, 实用新型5个、外观2个; a total said beside them stays, 加派遣一共80人. */
export function addParts(
  message: Message,
  findings: readonly Finding[],
  parts: Readonly<Record<string, readonly string[]>>,
): Finding[] {
  return Object.entries(parts).reduce<Finding[]>(
    (known, [fact, words]) => {
      const parted = known.flatMap((one) => {
        const count = 'value' in one.value && typeof one.value.value === 'number' ? one.value.value : null
        const [lead = ''] = /\p{Script=Han}{0,4}$/u.exec(message.text.slice(0, one.start)) ?? []
        const text = lead + message.text.slice(one.start, one.end)
        const word = words.find((part) => text.includes(part))
        return one.fact === fact && one.weight === 0 && count !== null && word !== undefined
          ? [{ one, count, word }]
          : []
      })
      if (
        new Set(parted.map(({ word }) => word)).size < 2 ||
        new Set(parted.map(({ word }) => word)).size < parted.length
      )
        return known
      const whole = { value: parted.reduce((sum, { count }) => sum + count, 0) }
      const others = known.filter((finding) => !parted.some(({ one }) => one === finding))
      return [...others, { ...spanOf(...parted.map(({ one }) => one)), fact, value: whole, weight: 0 }]
    },
    [...findings],
  )
}
