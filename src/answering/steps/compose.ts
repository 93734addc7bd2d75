import { composeFields } from '../compose/compose-fields.ts'
import { composeComparison, composeList, composeUnlock } from '../compose/compose-lists.ts'
import { composeNothing, composeSearch, type Found } from '../compose/compose-search.ts'
import { type ComposeParts, generalSuggestions, nameOf } from '../compose/parts.ts'
import type { Draft, DraftNotice } from '../draft.ts'
import { remark } from '../draft.ts'
import type { Plan } from '../plan.ts'

/** Writes the draft that the plan calls for. `found` holds the passages of a search, nearest first. */
export function compose(plan: Plan, found: readonly Found[], parts: ComposeParts): Draft {
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
      return composeWhich(
        plan.options.map((policy) => ({ code: 'suggest.definition', values: { name: nameOf(policy, parts.locale) } })),
      )
    case 'fields':
      return composeFields(plan.targets, plan.asks, parts)
    case 'unlock':
      return composeUnlock(plan.target, plan.opened, parts)
    case 'compare':
      return composeComparison(plan.targets, plan.asks, parts)
    case 'list':
      return composeList(plan, parts)
    case 'search':
      return composeSearch(found, plan.asks, parts) ?? composeNothing(plan.isAboutPolicy)
  }
}

function composeWhich(options: readonly DraftNotice[]): Draft {
  const question = { code: 'notice.which-policy' }
  const suggestions = options.length > 0 ? options.slice(0, 4) : generalSuggestions
  return { ...remark('needs-facts', 'which-policy', [question]), nextQuestion: question, suggestions }
}
