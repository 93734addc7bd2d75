import type { Assessment } from '../../contract.ts'
import { openPanel } from '../../state/panels.ts'
import { fill, wording } from '../../wording/index.ts'
import { askAnew } from '../ask-anew.ts'

/** The ways on from a card: fill in what is missing, or ask the chat. */
export function VerdictActions({ assessment }: { readonly assessment: Assessment }) {
  const words = wording.value.verdicts
  const { title } = assessment
  return (
    <div class="verdict-actions">
      {assessment.verdict === 'undetermined' && assessment.missingFacts.length > 0 && (
        <FillInButton assessment={assessment} />
      )}
      <AskButton label={words.howToApply} question={fill(words.howToApplyQuestion, { title })} />
      <AskButton label={words.whomToAsk} question={fill(words.whomToAskQuestion, { title })} />
    </div>
  )
}

function AskButton({ label, question }: { readonly label: string; readonly question: string }) {
  return (
    <button type="button" class="text-button" aria-label={`${label}: ${question}`} onClick={() => askAnew(question)}>
      {label}
    </button>
  )
}

function FillInButton({ assessment: { title, missingFacts } }: { readonly assessment: Assessment }) {
  const words = wording.value.verdicts
  return (
    <button
      type="button"
      class="text-button strong"
      aria-haspopup="dialog"
      aria-label={fill(words.fillInFor, { title })}
      onClick={({ currentTarget }) => {
        openPanel.value = { kind: 'company', wanted: missingFacts, opener: currentTarget }
      }}
    >
      {words.fillIn}
    </button>
  )
}
