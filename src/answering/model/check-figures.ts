import { type FigureUse, figureUses, unsupportedFigures } from '../../policy/index.ts'
import { gramsOf, matchForm } from '../../reading/index.ts'
import type { CitedPassage } from './material.ts'

/**
 * A figure that no cited passage has, has with another bound, or has of something else: 30万元 of the second prize
 * said of the first. A sentence with figures rests on one document, so that none of them changes hands.
 */
export function changesFigure(text: string, cited: readonly CitedPassage[]): boolean {
  const passages = cited.map(({ passage }) => passage.text)
  if (unsupportedFigures(text, passages).length > 0) return true
  const uses = figureUses(text)
  if (uses.length > 0 && new Set(cited.map(({ document }) => document.id)).size > 1) return true
  const stated = passages.flatMap((passage) => figureUses(passage))
  return uses.some(
    (use) => !stated.some((one) => one.figure === use.figure && one.bound === use.bound) || isSwapped(use, stated),
  )
}

/** Another figure of the same unit stands nearer to the words around this one. */
function isSwapped({ figure, context }: FigureUse, stated: readonly FigureUse[]): boolean {
  const grams = new Set(gramsOf(matchForm(context)))
  const share = (use: FigureUse) => gramsOf(matchForm(use.context)).filter((gram) => grams.has(gram)).length
  const best = (uses: readonly FigureUse[]) => Math.max(0, ...uses.map(share))
  const unit = unitOf(figure)
  return (
    best(stated.filter((use) => use.figure !== figure && unitOf(use.figure) === unit)) >
    best(stated.filter((use) => use.figure === figure))
  )
}

function unitOf(figure: string): string {
  return figure.replace(/[\d.]+/g, '')
}
