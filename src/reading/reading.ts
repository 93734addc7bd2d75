import type { z } from 'zod'
import type { FrameworkPart, Level, PolicyKind } from '../policy/index.ts'
import type { AskedTopic } from './lexicon.ts'
import type { Mention } from './mentions.ts'
import type { Term } from './terms.ts'

/** Which policies a list is asked for; empty lists put no limit. */
export interface ListRequest {
  readonly kinds: readonly PolicyKind[]
  readonly parts: readonly z.infer<typeof FrameworkPart>[]
  readonly levels: readonly Level[]
  /** Groups the policies may belong to instead, such as 人才. */
  readonly categories: readonly string[]
  /** Ended policies or drafts are asked for instead of those that apply. */
  readonly standing: 'ended' | 'draft' | null
  /** What named the kinds and parts, in match form. */
  readonly words: readonly string[]
  /** A need such as 「缺钱」 asks by itself, whatever else is said. */
  readonly isNeed: boolean
}

/** What the person wants, as far as the words alone tell. */
export type Intent =
  | { readonly kind: 'unsafe'; readonly reason: 'instruction' | 'fraud' | 'guarantee' | 'privacy' | 'recommendation' }
  | { readonly kind: 'small-talk'; readonly subject: 'greeting' | 'thanks' | 'identity' | 'farewell' }
  | { readonly kind: 'out-of-scope'; readonly reason: 'other-region' | 'private-matter'; readonly words: string }
  /** `isOfVersions`: a policy against its own earlier or later version. */
  | { readonly kind: 'compare'; readonly isOfVersions: boolean }
  | { readonly kind: 'list'; readonly request: ListRequest }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'match' }
  | { readonly kind: 'growth' }
  | { readonly kind: 'question' }

/** One part of a question: what is asked, and the words that narrow it. */
export interface Ask {
  readonly topics: readonly AskedTopic[]
  /** Nothing but the form of the question tells the topics. */
  readonly isImplied: boolean
  /** 「…多少」 without a word that says of what: an amount, or a threshold. */
  readonly isHowMuch: boolean
  /** 「…吗」: exceptions count as much as rules. */
  readonly isYesNo: boolean
  readonly terms: readonly Term[]
  /** Words of the parts that ask for nothing, such as 「对方也是小公司」: they may bring in an exception. */
  readonly context: readonly Term[]
}

/** Nothing but words: no topic, no form of question. */
export const nothingAsked: Ask = {
  topics: [],
  isImplied: true,
  isHowMuch: false,
  isYesNo: false,
  terms: [],
  context: [],
}

/** A question as it was understood. */
export interface Reading {
  /** The question in simplified characters, slips corrected. */
  readonly text: string
  readonly language: 'zh-CN' | 'en'
  readonly intent: Intent
  readonly mentions: readonly Mention[]
  readonly asks: readonly Ask[]
  /** All words that carry meaning, also of parts that ask for nothing. */
  readonly terms: readonly Term[]
  /** What could be listed, where the question names a kind of policy without asking for a list. */
  readonly overview: ListRequest | null
  /** Asks whether the company itself qualifies: 「能申请吗」「够条件吗」. */
  readonly asksEligibility: boolean
  /** Says 我们, 我司, my company or the like. */
  readonly speaksOfSelf: boolean
  /** Calendar years asked about. */
  readonly years: readonly number[]
  /** 「第二个」 → 2, pointing into the answer before. */
  readonly ordinal: number | null
  /** Says 那, 它, 这个 or the like. */
  readonly refersBack: boolean
  /** Speaks of policies, money, firms or the like at all. */
  readonly isAboutPolicy: boolean
}
