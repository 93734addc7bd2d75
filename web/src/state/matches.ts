import { computed, effect } from '@preact/signals'
import type { Assessment } from '../contract.ts'
import { fetchAssessments } from '../server/server.ts'
import { createFollower } from './follow-firm.ts'
import { matchList } from './judged-list.ts'
import { profile } from './profile.ts'

/** All policies judged for the firm as the page knows it. */
export const matches = createFollower(fetchAssessments, () => ({}))

export const judgedNow = computed<readonly Assessment[]>(() => matches.state.value.reply?.assessments ?? [])
export const judgedOn = computed(() => matches.state.value.reply?.asOf ?? '')

// Comparison and print find the list where they find those of the chat.
effect(() => {
  const { reply } = matches.state.value
  if (reply === null) return
  matchList.value = { key: 'matches', asOf: reply.asOf, verdicts: reply.assessments, company: profile.peek() }
})
