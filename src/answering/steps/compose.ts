import type { Policy } from '../../policy/index.ts'
import { composeFields } from '../compose/compose-fields.ts'
import { composeGrowth } from '../compose/compose-growth.ts'
import { composeComparison, composeList, composeUnlock } from '../compose/compose-lists.ts'
import { composeJudgement, composeMatch } from '../compose/compose-match.ts'
import { composeNothing, composeSearch, type Found } from '../compose/compose-search.ts'
import { type ComposeParts, generalSuggestions, nameOf } from '../compose/parts.ts'
import type { Draft, DraftNotice } from '../draft.ts'
import { remark } from '../draft.ts'
import type { Plan } from '../plan.ts'
import type { Judged } from './assess.ts'

/** What is known of the company, for the draft. */
export interface CompanyParts {
  readonly judged: Judged
  /** What was understood and what was not, said first. */
  readonly lead: readonly DraftNotice[]
  readonly isKnown: boolean
}

/** Writes the draft that the plan calls for. `found` holds the passages of a search, nearest first. */
export function compose(plan: Plan, found: readonly Found[], company: CompanyParts, parts: ComposeParts): Draft {
  const { judged, lead, isKnown } = company
  switch (plan.kind) {
    case 'decline':
      return {
        ...remark(plan.status, plan.reason, [{ code: `notice.${plan.reason}` }]),
        suggestions: generalSuggestions,
      }
    case 'small-talk':
      return {
        ...remark('answered', 'small-talk', [{ code: `notice.${plan.subject}` }]),
        suggestions: generalSuggestions,
      }
    case 'which-policy':
      return composeQuestion(
        'which-policy',
        { code: 'notice.which-policy' },
        plan.options.length > 0 ? optionsOf(plan.options, parts) : generalSuggestions,
      )
    case 'tell-more':
      return composeQuestion('tell-more', { code: 'notice.tell-more' }, generalSuggestions)
    case 'match':
      return composeMatch(judged, lead, isKnown, parts)
    case 'growth':
      return composeGrowth(judged, lead, isKnown, parts)
    case 'judge':
      return composeJudgement(plan.targets, judged, lead, parts)
    case 'fields':
      return after(lead, composeFields(plan.targets, plan.asks, parts, plan.names[0]))
    case 'unlock':
      return composeUnlock(plan.target, plan.opened, parts)
    case 'compare':
      return composeComparison(plan.targets, plan.asks, parts)
    case 'list':
      return composeList(plan, parts)
    case 'search':
      return after(lead, composeSearch(found, plan.asks, parts) ?? composeNothing(plan.isAboutPolicy))
  }
}

/** What was understood of the company stands before what the clauses say. */
function after(lead: readonly DraftNotice[], draft: Draft): Draft {
  return { ...draft, lead: [...lead, ...draft.lead] }
}

function composeQuestion(reason: string, question: DraftNotice, suggestions: readonly DraftNotice[]): Draft {
  return { ...remark('needs-facts', reason, [question]), nextQuestion: question, suggestions }
}

function optionsOf(policies: readonly Policy[], { locale }: ComposeParts): DraftNotice[] {
  return policies
    .slice(0, 4)
    .map((policy) => ({ code: 'suggest.definition', values: { name: nameOf(policy, locale) } }))
}
