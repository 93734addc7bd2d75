import { closeCitation, type OpenCitation, openCitation } from '../state/drawer.ts'
import { language } from '../state/preferences.ts'
import { wording } from '../wording/index.ts'
import { DocumentFacts } from './document-facts.tsx'
import { Passages } from './passages.tsx'
import { Sheet } from './sheet.tsx'
import { StandingBadge } from './standing-badge.tsx'

const titleId = 'drawer-title'

/** The passage behind a mark, in its document. */
export function Drawer() {
  const open = openCitation.value
  if (open === null) return null
  const words = wording.value.citation
  return (
    <Sheet
      titleId={titleId}
      head={<DrawerHead open={open} />}
      closeLabel={words.close}
      bodyLabel={words.passages}
      onClose={closeCitation}
    >
      <DocumentFacts open={open} />
      {language.value === 'zh-Hant' && <p class="drawer-note">{words.traditional}</p>}
      <Passages open={open} />
    </Sheet>
  )
}

function DrawerHead({ open }: { readonly open: OpenCitation }) {
  const { title, status, documentNumber, clause } = open.citation
  return (
    <div lang="zh-CN">
      <h2 id={titleId}>
        {title} <StandingBadge standing={status} />
      </h2>
      <p class="drawer-place">{[documentNumber, clause].filter((part) => part !== null).join(' · ')}</p>
    </div>
  )
}
