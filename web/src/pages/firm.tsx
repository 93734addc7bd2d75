import { useEffect, useState } from 'preact/hooks'
import { AddFact } from '../parts/company/add-fact.tsx'
import { CompanyEnd } from '../parts/company/company-end.tsx'
import { KnownFacts } from '../parts/company/known-facts.tsx'
import { SavedOffer } from '../parts/company/saved-offer.tsx'
import { useFocusAfterForm } from '../parts/company/use-focus-after-form.ts'
import { FactSteps } from '../parts/firm/fact-steps.tsx'
import { FirmTerms } from '../parts/firm/firm-terms.tsx'
import { MatchCounts } from '../parts/firm/match-counts.tsx'
import { SizeSection } from '../parts/firm/size-section.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { companyMessage } from '../state/company.ts'
import { loadFacts } from '../state/fact-catalogue.ts'
import { factSteps } from '../state/fact-steps.ts'
import { matches } from '../state/matches.ts'
import { firmWording } from '../wording/firm/index.ts'
import { wording } from '../wording/index.ts'
import '../styles/firm.css'

/** What is known of the company: asked a few questions at a time, and seen, corrected, kept or cleared. */
export default function FirmPage() {
  matches.follow()
  const words = wording.value.company
  useEffect(() => {
    companyMessage.value = ''
    void loadFacts()
  }, [])
  return (
    <main class="main plain-page firm-page" id="main">
      <PageHeading title={words.open} />
      <p class="company-intro">{words.intro}</p>
      <MatchCounts />
      <section tabindex={-1}>
        <SavedOffer />
        <FactSteps />
      </section>
      <Known />
      <SizeSection />
      <FirmTerms />
    </main>
  )
}

function Known() {
  /** The fact whose form is open; only one is at a time. */
  const [editing, setEditing] = useState<string | null>(null)
  useFocusAfterForm(editing)
  const form = { editing, onEdit: setEditing }
  const asked = factSteps.state.value.reply?.questions.flatMap(({ facts }) => facts) ?? []
  return (
    <section class="known-section" aria-labelledby="known-title" tabindex={-1}>
      <h2 id="known-title">{firmWording.value.known}</h2>
      <KnownFacts {...form} />
      <AddFact wanted={asked} {...form} />
      <CompanyEnd isOnPage />
      <p class="company-message" role="status">
        {companyMessage.value}
      </p>
    </section>
  )
}
