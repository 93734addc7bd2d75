import { useEffect, useState } from 'preact/hooks'
import { companyMessage } from '../../state/company.ts'
import { turns } from '../../state/conversation.ts'
import { facts, loadFacts } from '../../state/fact-catalogue.ts'
import { judgedTurn } from '../../state/reassess.ts'
import { wording } from '../../wording/index.ts'
import { AddFact } from './add-fact.tsx'
import { CompanyEnd } from './company-end.tsx'
import { KnownFacts } from './known-facts.tsx'
import { SavedOffer } from './saved-offer.tsx'
import { useFocusAfterForm } from './use-focus-after-form.ts'
import { WantedFacts } from './wanted-facts.tsx'

/** What is known of the company: seen, corrected, completed, kept or cleared by the reader. */
export function CompanyFacts({ wanted }: { readonly wanted: readonly string[] }) {
  const words = wording.value.company
  /** The fact whose form is open; only one is at a time. */
  const [editing, setEditing] = useState<string | null>(null)
  useEffect(() => {
    companyMessage.value = ''
    void loadFacts()
  }, [])
  useFocusAfterForm(editing)
  const form = { editing, onEdit: setEditing }
  return (
    <>
      <p class="company-intro">{words.intro}</p>
      <SavedOffer />
      <WantedFacts wanted={wanted} {...form} />
      <KnownFacts {...form} />
      {Array.isArray(facts.value) ? <AddFact wanted={wanted} {...form} /> : <Catalogue />}
      <CompanyEnd />
      <p class="company-message" role="status">
        {messageText()}
      </p>
    </>
  )
}

/** What was done, and whether the verdicts have followed. */
function messageText(): string {
  const { reassessing, reassessed, reassessFailed } = wording.value.verdicts
  const reassessment = judgedTurn(turns.value)?.reassessment ?? null
  const followed = reassessment && { running: reassessing, done: reassessed, failed: reassessFailed }[reassessment]
  return [companyMessage.value, followed].filter(Boolean).join(' ')
}

function Catalogue() {
  const words = wording.value.company
  if (facts.value !== 'failed') return <p class="company-note">{words.loading}</p>
  return (
    <p class="company-note">
      {words.failed}{' '}
      <button type="button" class="text-button" onClick={() => loadFacts()}>
        {words.retry}
      </button>
    </p>
  )
}
