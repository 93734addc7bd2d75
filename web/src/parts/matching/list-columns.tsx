import type { FactReply } from '../../contract.ts'
import { facts, loadFacts } from '../../state/fact-catalogue.ts'
import { columnName, listTemplate } from '../../state/list-template.ts'
import { wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'
import { saveText } from '../save-text.ts'

/** What a list may tell of its firms, and an empty one to fill in. */
export function ListColumns() {
  const words = wording.value.matching
  return (
    <details class="columns" onToggle={() => void loadFacts()}>
      <summary>{words.columns}</summary>
      <p class="company-note">{words.columnsIntro}</p>
      {Array.isArray(facts.value) ? <Columns all={facts.value} /> : <p class="company-note">{waitingText()}</p>}
    </details>
  )
}

function waitingText(): string {
  const { columnsFailed, columnsLoading } = wording.value.matching
  return facts.value === 'failed' ? columnsFailed : columnsLoading
}

function Columns({ all }: { readonly all: readonly FactReply[] }) {
  const words = wording.value.matching
  return (
    <>
      <button
        type="button"
        class="secondary"
        onClick={() => saveText(words.templateName, listTemplate(all), 'text/csv')}
      >
        <Icon name="download" />
        {words.template}
      </button>
      <section class="column-names" tabindex={0} aria-label={words.columnsList}>
        <ul>
          {[words.firmColumn, words.idColumn, ...all.map(columnName)].map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
