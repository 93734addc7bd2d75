import { type IsoDate, isApplicable, type Locale } from '../policy/index.ts'
import type { Assessment, Verdict } from './assessment.ts'
import type { Assessor, PreparedPolicy } from './assessor.ts'
import { moneyOf } from './money.ts'
import type { CompanyProfile } from './profile.ts'
import { rememberRows } from './remember-rows.ts'

/** A company to be matched, and whatever else the caller knows of it. */
export interface MatchedFirm {
  readonly row: number
  readonly profile: CompanyProfile
}

export interface MatchParts {
  readonly assessor: Assessor
  readonly policies: readonly PreparedPolicy[]
  readonly asOf: IsoDate
  readonly locale: Locale
  /** Lets other work go on between chunks, and throws where this work is no longer wanted. */
  pause(): Promise<void>
}

/** Firms between two pauses: some tens of milliseconds of work. */
const chunkOf = { deciding: 200, assessing: 10 }

/** The policies that apply on a day and have something to qualify for, in the order of the corpus. */
export function matchablePolicies(assessor: Assessor, asOf: IsoDate): PreparedPolicy[] {
  return [...assessor.preparedPolicies(asOf).values()].filter(
    ({ standing, rule }) => rule !== null && isApplicable(standing),
  )
}

export interface DecidedFirm<Firm> {
  readonly firm: Firm
  /** One a policy, in their order. */
  readonly verdicts: readonly Verdict[]
}

/** Every firm with every policy, verdicts only, in chunks. */
export async function* decideFirms<Firm extends MatchedFirm>(
  firms: readonly Firm[],
  parts: MatchParts,
): AsyncGenerator<DecidedFirm<Firm>[]> {
  const { assessor, policies, asOf } = parts
  for (const chunk of chunksOf(firms, chunkOf.deciding)) {
    await parts.pause()
    yield chunk.map((firm) => {
      const known = assessor.know(firm.profile, asOf)
      return { firm, verdicts: policies.map((policy) => assessor.decide(policy, known)) }
    })
  }
}

export interface AssessedFirm<Firm, Row> {
  readonly firm: Firm
  /** What was made of its assessments, in the order of the policies. */
  readonly rows: readonly Row[]
}

/**
 * Every firm with every policy, in chunks; only verdicts that are wanted are explained. What `rowOf` makes of an
 * assessment must not depend on `actual` of its findings.
 */
export async function* assessFirms<Firm extends MatchedFirm, Row>(
  firms: readonly Firm[],
  wanted: readonly Verdict[],
  rowOf: (assessment: Assessment) => Row,
  parts: MatchParts,
): AsyncGenerator<AssessedFirm<Firm, Row>[]> {
  const { assessor, policies, asOf, locale } = parts
  const isWanted = new Set(wanted)
  const remember = rememberRows(assessor, rowOf)
  for (const chunk of chunksOf(firms, chunkOf.assessing)) {
    await parts.pause()
    yield chunk.map((firm) => {
      const known = assessor.know(firm.profile, asOf)
      const rows = policies
        .filter((policy) => isWanted.size === 3 || isWanted.has(assessor.decide(policy, known)))
        .map((policy) =>
          remember(policy, known, () => assessor.assessPrepared(policy, firm.profile, asOf, locale, known)),
        )
      return { firm, rows }
    })
  }
}

/** One firm that a policy fits, or nearly fits. */
export interface RankedFirm<Firm> {
  readonly firm: Firm
  readonly assessment: Assessment
}

/** Whether a firm is worth approaching for a policy: it fits, it may, or one condition fails. */
export function isNear({ verdict, distance, possibleFrom }: Assessment): boolean {
  return verdict !== 'ineligible' || possibleFrom !== null || distance?.unmet === 1
}

/**
 * Best first: those eligible, who gets most first; then undetermined, with the least still open first; then those one
 * condition away, those whom time brings there first. Ties by row.
 */
export function rankFirms<Firm extends MatchedFirm>(ranked: readonly RankedFirm<Firm>[]): RankedFirm<Firm>[] {
  const keyed = ranked.map((entry) => ({ entry, keys: keysOf(entry) }))
  return keyed
    .sort((a, b) => compareKeys(a.keys, b.keys) || a.entry.firm.row - b.entry.firm.row)
    .map(({ entry }) => entry)
}

const order: readonly Verdict[] = ['eligible', 'undetermined', 'ineligible']
const never = '9999'

function keysOf({ assessment }: RankedFirm<MatchedFirm>): (number | string)[] {
  const { verdict, missingFacts, openReviews, possibleFrom } = assessment
  const open = verdict === 'undetermined' ? [missingFacts.length, openReviews.length] : [0, 0]
  return [order.indexOf(verdict), ...open, possibleFrom ?? never, -(moneyOf(assessment)?.max ?? 0)]
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [place, key] of a.entries()) {
    const other = b[place] ?? key
    if (key !== other) return key < other ? -1 : 1
  }
  return 0
}

function* chunksOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
