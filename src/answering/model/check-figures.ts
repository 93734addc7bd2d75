import { type FigureUse, figureUses, unsupportedFigures } from '../../policy/index.ts'
import { gramsOf, matchForm } from '../../reading/index.ts'
import type { Statement } from './statements.ts'

/**
 * A figure or year that the statements do not have, have with another bound, or have of something else: 30万元 of the
 * second prize said of the first; or one of theirs is left out. A sentence with figures rests on one document, so that
 * none of them changes hands.
 */
export function changesFigure(text: string, statements: readonly Statement[]): boolean {
  const sources = statements.map((statement) => statement.text)
  if (unsupportedFigures(text, sources).length > 0) return true
  const uses = figureUses(text)
  if (uses.length > 0 && new Set(statements.map(({ cited }) => cited.document.id)).size > 1) return true
  const stated = sources.flatMap((source) => figureUses(source))
  return (
    !keepsOrder(
      uses.map(keyOf),
      sources.map((source) => figureUses(source).map(keyOf)),
    ) ||
    !isSameSet(yearsIn(text), yearsIn(sources.join('\n'))) ||
    uses.some((use) => isSwapped(use, stated))
  )
}

function keyOf({ figure, bound }: FigureUse): string {
  return `${bound} ${figure}`
}

/** The figures of one statement stand together and in its order, so that two statements cannot trade theirs. */
function keepsOrder(figures: readonly string[], statements: readonly (readonly string[])[]): boolean {
  const next = statements.findIndex((stated) => stated.every((figure, at) => figures[at] === figure))
  if (next === -1) return figures.length === 0 && statements.length === 0
  return keepsOrder(figures.slice(statements[next]?.length), statements.toSpliced(next, 1))
}

function yearsIn(text: string): string[] {
  return text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).symmetricDifference(new Set(other)).size === 0
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
