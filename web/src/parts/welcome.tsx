import { useEffect } from 'preact/hooks'
import { ask } from '../state/conversation.ts'
import { coverage, loadCoverage } from '../state/coverage.ts'
import { locale } from '../state/preferences.ts'
import { fill, formatDate, languageOf, wording } from '../wording/index.ts'
import { Icon } from './icon.tsx'

/** What the page is for and how to begin, until the first question. */
export function Welcome() {
  const { purpose, examplesLabel, examples } = wording.value.welcome
  useEffect(() => void loadCoverage(), [])
  return (
    <section class="welcome">
      <p class="purpose">{purpose}</p>
      <h2 class="examples-label">{examplesLabel}</h2>
      <ul class="examples">
        {examples.map(({ question, gloss }) => (
          <li key={question}>
            <button type="button" class="example" onClick={() => ask(question)}>
              <span>
                {gloss !== '' && <span class="gloss">{gloss}</span>}
                <span lang={languageOf(question)}>{question}</span>
              </span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
      <Coverage />
    </section>
  )
}

/** The line keeps its place while the number is on its way. */
function Coverage() {
  const list = coverage.value
  if (list === null) return <p class="coverage" />
  const asOf = formatDate(list.asOf, locale.value)
  return <p class="coverage">{fill(wording.value.welcome.coverage, { total: list.total, asOf })}</p>
}
