import { CompanyFacts } from '../parts/company/company-facts.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { wording } from '../wording/index.ts'

/** What is known of the company. */
export default function FirmPage() {
  return (
    <main class="main plain-page" id="main">
      <PageHeading title={wording.value.company.open} />
      <CompanyFacts wanted={[]} />
    </main>
  )
}
