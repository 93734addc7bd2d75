import { openPanel } from '../state/panels.ts'
import { CompanyPanel } from './company/company-panel.tsx'
import { Comparison } from './verdicts/comparison.tsx'

/** The panel that is open besides the citation, if any. */
export function Panels() {
  const open = openPanel.value
  if (open === null) return null
  return open.kind === 'company' ? <CompanyPanel wanted={open.wanted} /> : <Comparison />
}
