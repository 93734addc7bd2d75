import type { PolicySummary } from '../../contract.ts'
import { policyPath } from '../../state/policy-path.ts'
import { locale } from '../../state/preferences.ts'
import { markWords, snippetOf } from '../../state/snippet.ts'
import { kindText, levelText } from '../../state/verdict-text.ts'
import { periodText } from '../../state/window-text.ts'
import { fill, formatDate, titleOf } from '../../wording/index.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { Link } from '../frame/link.tsx'
import { StandingBadge } from '../standing-badge.tsx'

interface Props {
  readonly policy: PolicySummary
  readonly asOf: string
  /** What was looked for. */
  readonly words: string
}

/** One policy of a list: what it is called, what it is, how it stands, and what to watch for. */
export function PolicyEntry({ policy, asOf, words }: Props) {
  const { id, title, level, kind, standing, documentNumber, clause } = policy
  const isEnglish = locale.value === 'en'
  return (
    <li class="policy-entry">
      <h2>
        <Link to={policyPath(id)}>{titleOf(policy)}</Link>
        {standing !== 'in-force' && <StandingBadge standing={standing} />}
      </h2>
      {isEnglish && (
        <p class="policy-entry-title" lang="zh-CN">
          {title}
        </p>
      )}
      <p class="policy-entry-facts">
        <span>{levelText(level)}</span>
        <span>{kindText(kind)}</span>
        {documentNumber !== null && <span lang="zh-CN">{documentNumber}</span>}
      </p>
      <Dates policy={policy} asOf={asOf} />
      {clause !== null && <ClauseHit id={id} clause={clause} words={words} />}
    </li>
  )
}

/** The period that matters now; without one, how long the policy holds. */
function Dates({ policy: { window, effectiveUntil, standing }, asOf }: Pick<Props, 'policy' | 'asOf'>) {
  if (window !== null)
    return (
      <p class={`policy-entry-period period-${window.state}`}>
        <span lang="zh-CN">{window.name}</span> <strong>{periodText(window, asOf)}</strong>
      </p>
    )
  if (effectiveUntil === null || standing !== 'in-force') return null
  const date = formatDate(effectiveUntil, locale.value)
  return <p class="policy-entry-period">{fill(libraryWording.value.expires, { date })}</p>
}

interface HitProps {
  readonly id: string
  readonly clause: NonNullable<PolicySummary['clause']>
  readonly words: string
}

function ClauseHit({ id, clause, words }: HitProps) {
  const { inClause, openClause } = libraryWording.value.results
  return (
    <div class="policy-entry-hit">
      <p>{inClause}</p>
      <blockquote lang="zh-CN">
        {markWords(snippetOf(clause.text, words), words).map(({ text, isMarked }, index) =>
          isMarked ? <mark key={index}>{text}</mark> : text,
        )}
      </blockquote>
      <p>
        <Link to={policyPath(id, clause.anchor)}>{openClause}</Link>
      </p>
    </div>
  )
}
