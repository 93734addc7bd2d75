import { openPanel } from '../state/panels.ts'
import { CompanyPanel } from './company/company-panel.tsx'
import { MatchingPanel } from './matching/matching-panel.tsx'
import { Comparison } from './verdicts/comparison.tsx'

/** The panel that is open besides the citation, if any. */
export function Panels() {
  const open = openPanel.value
  if (open === null) return null
  switch (open.kind) {
    case 'company':
      return <CompanyPanel wanted={open.wanted} />
    case 'comparison':
      return <Comparison />
    case 'matching':
      return <MatchingPanel />
  }
}
