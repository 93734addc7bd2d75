import type { Message, Span } from './message.ts'

/** Words that say that something before was wrong: 更正, 不对, and 实际 before a figure. */
export function correctionsIn({ text, cues }: Message): Span[] {
  return cues.filter(
    ({ value, start, end }) =>
      value === 'corrections' ||
      (value === 'actual' && text.slice(start, end) === '实际' && ofFigure.test(text.slice(end))),
  )
}

const ofFigure = /^(?:上|是|只有|有|应该|也就|就)*[\d一二两三四五六七八九十百千]/
