import type { IsoDate } from '../../policy/index.ts'
import type { QuestionReader } from '../../reading/index.ts'
import type { DraftSentence } from '../draft.ts'
import { changesFigure } from './check-figures.ts'
import { changesForce, changesPolarity } from './check-polarity.ts'
import { hasForbiddenWord, hasForeignName, hasStrangeCharacter, speaksVerdict } from './check-words.ts'
import { omits, supportOf } from './lexical-support.ts'
import type { CitedPassage, Material } from './material.ts'
import type { ReplyLine } from './reply-lines.ts'
import { usedStatements } from './statements.ts'

/** Why a sentence of the model is not shown. */
export type DropReason =
  | 'handle'
  | 'characters'
  | 'length'
  | 'figure'
  | 'name'
  | 'forbidden'
  | 'verdict'
  | 'polarity'
  | 'force'
  | 'omission'
  | 'unsupported'
  | 'repeated'

export type CheckedSentence =
  | { readonly status: 'accepted'; readonly sentence: DraftSentence; readonly support: 'full' | 'partial' }
  | { readonly status: 'dropped'; readonly reason: DropReason }

export interface CheckParts {
  readonly reader: QuestionReader
  readonly asOf: IsoDate
}

/** In characters, without its handles. */
const longest = 200

/**
 * Decides by code alone whether a sentence of the model says no more than the passages whose handles it bears: their
 * figures with their bounds, their names, their negations and limits, and hardly a word of its own.
 */
export function checkSentence({ text, handles }: ReplyLine, material: Material, parts: CheckParts): CheckedSentence {
  const cited = citedBy(handles, material)
  const dropped = (reason: DropReason): CheckedSentence => ({ status: 'dropped', reason })
  if (cited === null || /[[\]【】|]/.test(text)) return dropped('handle')
  if (hasStrangeCharacter(text)) return dropped('characters')
  if ([...text].length > longest) return dropped('length')
  if (hasForbiddenWord(text, cited)) return dropped('forbidden')
  if (speaksVerdict(text, cited)) return dropped('verdict')
  const statements = usedStatements(text, cited)
  if (changesFigure(text, statements)) return dropped('figure')
  if (hasForeignName(text, cited, parts)) return dropped('name')
  if (changesPolarity(text, statements)) return dropped('polarity')
  if (changesForce(text, statements)) return dropped('force')
  const support = supportOf(text, statements)
  if (support === 'none') return dropped('unsupported')
  if (omits(text, statements)) return dropped('omission')
  const passages = cited.map(({ passage }) => passage)
  return { status: 'accepted', sentence: { text, heading: headingOf(cited, material), passages }, support }
}

/** Null where there is none, or one that was not handed out. */
function citedBy(handles: readonly string[], { passages }: Material): CitedPassage[] | null {
  const cited = [...new Set(handles)].map((handle) => passages.get(handle))
  const known = cited.filter((one) => one !== undefined)
  return known.length > 0 && known.length === cited.length ? known : null
}

/** The heading that all cited passages stand under in the draft. */
function headingOf(cited: readonly CitedPassage[], { draft }: Material): string | null {
  const isCited = (sentence: DraftSentence) =>
    sentence.passages.some(({ id }) => cited.some((one) => one.passage.id === id))
  const headings = new Set(draft.filter(isCited).map(({ heading }) => heading))
  const [only = null] = headings
  return headings.size === 1 ? only : null
}
