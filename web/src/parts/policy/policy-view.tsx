import { useEffect } from 'preact/hooks'
import type { PolicyReply } from '../../contract.ts'
import { sectionsOf } from '../../state/policy-page.ts'
import { locale } from '../../state/preferences.ts'
import { visit } from '../../state/route.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { ClauseSection } from './clause-section.tsx'
import { PolicyFacts } from './policy-facts.tsx'
import { PolicyHead } from './policy-head.tsx'
import { PolicyHistory, RelatedPolicies } from './policy-history.tsx'
import { PolicySources } from './policy-sources.tsx'

/** A policy by what one wants to know of it, with where it comes from beside it. */
export function PolicyView({ policy }: { readonly policy: PolicyReply }) {
  const words = libraryWording.value
  const sections = sectionsOf(policy.clauses)
  const target = useTarget()
  return (
    <>
      <PolicyHead policy={policy} />
      <nav class="policy-contents" aria-label={words.policy.contents}>
        <ul>
          {sections.map(({ name }) => (
            <li key={name}>
              <a href={`#${name}`}>{words.policy.sections[name]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="policy-body">
        <div class="policy-sections">
          {locale.value === 'en' && <p class="policy-note">{words.chineseOnly}</p>}
          {sections.map((section) => (
            <ClauseSection key={section.name} section={section} policy={policy} target={target} />
          ))}
        </div>
        <div class="policy-aside">
          <PolicyFacts policy={policy} />
          <PolicySources policy={policy} />
          <PolicyHistory policy={policy} />
          <RelatedPolicies policy={policy} />
        </div>
      </div>
    </>
  )
}

/** The id that the address points at; whoever arrives with one begins there. */
function useTarget(): string {
  const { place } = visit.value
  const id = decodeURIComponent(location.hash.slice(1))
  useEffect(() => {
    if (id === '' || place !== null) return
    const element = document.getElementById(id)
    element?.scrollIntoView({ block: 'start' })
    element?.focus({ preventScroll: true })
  }, [])
  return id
}
