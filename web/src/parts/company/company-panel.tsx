import { closePanel } from '../../state/panels.ts'
import { wording } from '../../wording/index.ts'
import { Sheet } from '../sheet.tsx'
import { CompanyFacts } from './company-facts.tsx'

const titleId = 'company-title'

/** What is known of the company, over the page. */
export function CompanyPanel({ wanted }: { readonly wanted: readonly string[] }) {
  const words = wording.value.company
  return (
    <Sheet
      titleId={titleId}
      head={<h2 id={titleId}>{words.open}</h2>}
      closeLabel={words.close}
      bodyLabel={words.content}
      onClose={closePanel}
    >
      <CompanyFacts wanted={wanted} />
    </Sheet>
  )
}
