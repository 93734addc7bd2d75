import { z } from 'zod'

const Words = z.array(z.coerce.string().min(1))
const byFact = z.record(z.string(), Words)

/** Words that, wherever they stand, say one thing about the facts around them. */
export const cueGroups = [
  'own',
  'others',
  'parties',
  'hypotheticals',
  'actual',
  'questions',
  'confirmations',
  'requirements',
  'topics',
  'negations',
  'failures',
  'doubleNegations',
  'pendings',
  'expiries',
  'validities',
  'remedies',
  'affirmations',
  'corrections',
  'replaced',
  'otherFirms',
  'severalFirms',
  'plans',
  'past',
  'totals',
  'monthly',
  'quarterly',
  'yearly',
  'sales',
  'rises',
  'falls',
  'wishes',
  'loanWords',
  'unsure',
  'rest',
] as const
export type CueGroup = (typeof cueGroups)[number]

// holds: one entry for each group
const groups = Object.fromEntries(cueGroups.map((group) => [group, Words])) as Record<CueGroup, typeof Words>

const Typos = z
  .record(z.string(), z.string())
  .refine((typos) => Object.entries(typos).every(([slip, meant]) => slip.length === meant.length), {
    message: 'a slip must be as long as what was meant',
  })

/** Words by which facts are told, denied and corrected; the data is `corpus/reading.yaml`, which explains each part. */
export const ReadingWords = z.strictObject({
  ...groups,
  typos: Typos,
  fillers: Words,
  onlyAsked: byFact,
  plainFacts: z.array(z.string()),
  validMonths: z.record(z.string(), z.number()),
  neutral: Words,
  parts: byFact,
  yes: Words,
  no: Words,
  firmNames: z.array(Words),
  multiples: z.record(z.string(), z.number()),
  losses: byFact,
  opposites: byFact,
  registrations: Words,
  seats: Words,
  elsewhere: Words,
  offices: Words,
  placeFillers: Words,
  companySigns: Words,
  trades: Words,
  places: byFact,
})
export type ReadingWords = z.infer<typeof ReadingWords>
