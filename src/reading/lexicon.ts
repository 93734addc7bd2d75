import { z } from 'zod'
import { FrameworkPart, Level, PolicyKind, topicOfHeading } from '../policy/index.ts'

const Words = z.array(z.coerce.string().min(1))

/** Topics a question can ask for by everyday words. */
export const AskedTopic = z.enum(Object.values(topicOfHeading)).exclude(['unknown'])
export type AskedTopic = z.infer<typeof AskedTopic>

/** Everyday words and what they mean; the data is `corpus/lexicon.yaml`, which explains each part. */
export const Lexicon = z.strictObject({
  topics: z.record(AskedTopic, Words),
  stopWords: Words,
  particles: z.string(),
  edgeCharacters: z.string(),
  trailingCharacters: z.string(),
  contentWords: Words,
  genericTerms: Words,
  reportedTerms: Words,
  synonyms: z.array(Words),
  lists: z.array(
    z.strictObject({
      words: Words,
      /** Lists something only together with a level or a standing. */
      isGeneric: z.boolean().optional(),
      needs: Words.optional(),
      kinds: z.array(PolicyKind).optional(),
      parts: z.array(FrameworkPart).optional(),
    }),
  ),
  levels: z.record(Level, Words),
  standings: z.strictObject({ ended: Words, draft: Words }),
  listWords: Words,
  listEndings: Words,
  compareWords: Words,
  versionWords: Words,
  matchWords: Words,
  eligibilityWords: Words,
  selfWords: Words,
  growthWords: Words,
  unlockWords: Words,
  followUpWords: Words,
  otherRegions: Words,
  homeRegions: Words,
  outOfScope: Words,
  domainWords: Words,
  smallTalk: z.strictObject({ greeting: Words, thanks: Words, identity: Words, farewell: Words }),
  wishWords: Words,
  consequenceWords: Words,
  unsafe: z.strictObject({ instruction: Words, fraud: Words, guarantee: Words, privacy: Words, recommendation: Words }),
  typos: z.record(z.string(), z.string()),
})
export type Lexicon = z.infer<typeof Lexicon>
