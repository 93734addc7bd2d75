import { CompanyFacts } from '../parts/company/company-facts.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { wording } from '../wording/index.ts'

/** What is known of the company. */
export default function FirmPage() {
  const { open, content } = wording.value.company
  return (
    <main class="main plain-page" id="main">
      <PageHeading title={open} />
      <h2 class="visually-hidden">{content}</h2>
      <CompanyFacts wanted={[]} />
    </main>
  )
}
