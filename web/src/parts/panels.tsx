import { openPanel } from '../state/panels.ts'
import { CompanyPanel } from './company/company-panel.tsx'
import { lazily } from './lazily.tsx'
import { MatchingPanel } from './matching/matching-panel.tsx'
import { Comparison } from './verdicts/comparison.tsx'

const SharePanel = lazily(() => import('./sharing/share-panel.tsx'))
const ExportPanel = lazily(() => import('./sharing/export-panel.tsx'))

/** The panel that is open besides the citation, if any. */
export function Panels() {
  const open = openPanel.value
  if (open === null) return null
  switch (open.kind) {
    case 'company':
      return <CompanyPanel wanted={open.wanted} />
    case 'share':
      return <SharePanel turn={open.turn} answer={open.answer} />
    case 'export':
      return <ExportPanel answer={open.answer} />
    case 'comparison':
      return <Comparison />
    case 'matching':
      return <MatchingPanel />
  }
}
