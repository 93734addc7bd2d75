import { useEffect } from 'preact/hooks'
import { closeCitation, type OpenCitation, openCitation } from '../state/drawer.ts'
import { policyPath } from '../state/policy-path.ts'
import { language } from '../state/preferences.ts'
import { visit } from '../state/route.ts'
import { wording } from '../wording/index.ts'
import { DocumentFacts } from './document-facts.tsx'
import { Link } from './frame/link.tsx'
import { Passages } from './passages.tsx'
import { Sheet } from './sheet.tsx'
import { StandingBadge } from './standing-badge.tsx'

export const titleId = 'drawer-title'

/** The passage behind a mark, in its document. */
export function Drawer() {
  const open = openCitation.value
  useCloseOnLeave()
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
      {isPolicy(open) && (
        <p class="drawer-whole">
          <Link to={policyPath(open.citation.policyId, open.citation.anchor)}>{words.whole}</Link>
        </p>
      )}
      {language.value === 'zh-Hant' && <p class="drawer-note">{words.traditional}</p>}
      <Passages open={open} />
    </Sheet>
  )
}

/** An original that was added to the corpus has no page. */
function isPolicy({ document }: OpenCitation): boolean {
  return document !== null && document !== 'loading' && document.origin === 'policy'
}

/** Another page is not to lie under the source of this one. */
function useCloseOnLeave(): void {
  useEffect(() => () => closeCitation(), [visit.value.path])
}

export function DrawerHead({ open }: { readonly open: OpenCitation }) {
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
