import { useEffect } from 'preact/hooks'
import { adoptSaved } from '../state/company.ts'
import { ask } from '../state/conversation.ts'
import { coverage, loadCoverage } from '../state/coverage.ts'
import { openPanel } from '../state/panels.ts'
import { locale } from '../state/preferences.ts'
import { saved } from '../state/saved-profile.ts'
import { fill, formatDate, languageOf, wording } from '../wording/index.ts'
import { fillInput } from './composer.tsx'
import { Examples } from './examples.tsx'
import { Link } from './frame/link.tsx'
import { Icon } from './icon.tsx'
import { SavedLink } from './saved/saved-link.tsx'

/** What the page is for and how to begin, until the first question. */
export function Welcome() {
  const { purpose, examplesLabel, examples } = wording.value.welcome
  useEffect(() => void loadCoverage(), [])
  return (
    <section class="welcome">
      <p class="purpose">{purpose}</p>
      <CompanyStart />
      <h2 class="examples-label">{examplesLabel}</h2>
      <Examples examples={examples} />
      <SavedLink />
      <ListStart />
      <Coverage />
      <p class="welcome-history">
        <Link to="/history">{wording.value.transcript.history}</Link>
      </p>
    </section>
  )
}

/** The other way to begin: the company first, then the policies. The example is put into the box, to be changed. */
function CompanyStart() {
  const { companyLabel, companyHint, companyExample, companyGloss, companyForm } = wording.value.welcome
  return (
    <>
      <h2 class="examples-label">{companyLabel}</h2>
      <button type="button" class="company-example" onClick={() => fillInput(companyExample)}>
        <span>
          {companyGloss !== '' && <span class="gloss">{companyGloss}</span>}
          <span lang={languageOf(companyExample)}>{companyExample}</span>
          <span class="company-hint">{companyHint}</span>
        </span>
        <Icon name="edit" />
      </button>
      <button type="button" class="text-button" aria-haspopup="dialog" onClick={openForm}>
        {companyForm}
      </button>
      <SavedStart />
    </>
  )
}

/** For commissioners: many firms at once. */
function ListStart() {
  const { matchingLabel, matching } = wording.value.welcome
  return (
    <>
      <h2 class="examples-label">{matchingLabel}</h2>
      <button type="button" class="company-example" aria-haspopup="dialog" onClick={openMatching}>
        <span>{matching}</span>
        <Icon name="list" />
      </button>
    </>
  )
}

function openMatching({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  openPanel.value = { kind: 'matching', opener: currentTarget }
}

function openForm({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  openPanel.value = { kind: 'company', wanted: [], opener: currentTarget }
}

/** What this browser kept can be used at once. */
function SavedStart() {
  const { useSaved, seeQuestion } = wording.value.company
  if (saved.value === null) return null
  const start = () => {
    adoptSaved()
    void ask(seeQuestion)
  }
  return (
    <button type="button" class="secondary saved-start" onClick={start}>
      {useSaved}
    </button>
  )
}

/** The line keeps its place while the number is on its way. */
function Coverage() {
  const list = coverage.value
  if (list === null) return <p class="coverage" />
  const asOf = formatDate(list.asOf, locale.value)
  return <p class="coverage">{fill(wording.value.welcome.coverage, { total: list.total, asOf })}</p>
}
