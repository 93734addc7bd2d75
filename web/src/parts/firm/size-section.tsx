import { sizePolicy } from '../../state/firm-terms.ts'
import { judgedOn } from '../../state/matches.ts'
import { sizeClass } from '../../state/size-class.ts'
import { factNames } from '../../state/verdict-text.ts'
import { firmWording } from '../../wording/firm/index.ts'
import { fill, languageOf } from '../../wording/index.ts'
import { ClauseMark } from '../verdicts/clause-mark.tsx'

const sizes = ['large', 'medium', 'small', 'micro'] as const

/** Large, medium, small or micro: which are still possible, by which rule, and what is missing. */
export function SizeSection() {
  sizeClass.follow()
  const words = firmWording.value.size
  const { status, reply } = sizeClass.state.value
  return (
    <section class="size-section" aria-labelledby="size-title">
      <h2 id="size-title">{words.title}</h2>
      {status === 'failed' && (
        <p class="company-note" role="alert">
          {words.failed}{' '}
          <button type="button" class="text-button" onClick={sizeClass.retry}>
            {firmWording.value.counts.retry}
          </button>
        </p>
      )}
      {status === 'running' && reply === null && <p class="company-note">{words.loading}</p>}
      {reply !== null && (
        <>
          <ol class="size-scale" aria-hidden="true">
            {sizes.map((size) => (
              <li key={size} class={reply.possible.includes(size) ? 'is-possible' : ''}>
                {words.names[size]}
              </li>
            ))}
          </ol>
          <p class="size-text" lang={languageOf(reply.text)}>
            {reply.text}
          </p>
          {reply.missingFacts.length > 0 && <p>{fill(words.missing, { facts: factNames(reply.missingFacts) })}</p>}
          {reply.clause !== null && (
            <figure class="rule-quote">
              <figcaption>
                {words.rule}{' '}
                <ClauseMark
                  clause={reply.clause}
                  assessment={{ policyId: sizePolicy, standing: 'in-force' }}
                  asOf={judgedOn.value}
                />
              </figcaption>
              <blockquote lang="zh-CN">{reply.clause.quote}</blockquote>
            </figure>
          )}
        </>
      )}
    </section>
  )
}
