import type { PolicyReply } from '../../contract.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { SourceLink } from '../document-facts.tsx'

/** Where the text comes from, and how near that is to the authority itself. */
export function PolicySources({ policy: { sources } }: { readonly policy: PolicyReply }) {
  const words = libraryWording.value.policy
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">{words.sources}</h2>
      <ul class="policy-sources">
        {sources.map(({ title, number, url, nature }) => (
          <li key={`${title} ${number} ${url}`}>
            <p lang="zh-CN">{[title, number].filter((part) => part !== null).join(' · ')}</p>
            <p>
              <span class={`nature nature-${nature}`}>{natureText(nature)}</span>{' '}
              {url === null ? (
                <span class="policy-note">{words.sourceNoLink}</span>
              ) : (
                <SourceLink url={url} {...(!isOfficial(nature) && { label: words.sourceLink })} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isOfficial(nature: string): boolean {
  return nature === 'official' || nature === 'official-repost'
}

export function natureText(nature: string): string {
  const words: Readonly<Record<string, string>> = libraryWording.value.policy.natures
  return words[nature] ?? nature
}
