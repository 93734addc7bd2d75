import { useState } from 'preact/hooks'
import type { Assessment } from '../../contract.ts'
import { useFetched } from '../../state/fetched.ts'
import { type Materials as Known, materialsOf, tick, ticked } from '../../state/materials.ts'
import { policies } from '../../state/policy-page.ts'
import { printOnly } from '../../state/print-sheet.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { matchesWording } from '../../wording/matches/index.ts'
import { Icon } from '../icon.tsx'
import { ClauseMark } from '../verdicts/clause-mark.tsx'

interface Props {
  readonly assessment: Assessment
  readonly asOf: string
}

/** What a policy asks one to prepare, to be ticked off; fetched when it is opened. */
export function Materials({ assessment, asOf }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const words = matchesWording.value.materials
  return (
    <div class="materials">
      <button
        type="button"
        class="fold details-fold"
        aria-expanded={isOpen}
        aria-label={fill(words.openOf, { title: assessment.title })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words.open}
        <Icon name="unfold" />
      </button>
      {isOpen && <Content assessment={assessment} asOf={asOf} />}
    </div>
  )
}

function Content({ assessment, asOf }: Props) {
  const words = matchesWording.value.materials
  const { policyId } = assessment
  const reply = useFetched(policies, policyId)
  if (reply.status === 'loading') return <p class="company-note">{words.loading}</p>
  if (reply.status === 'failed')
    return (
      <p class="company-note" role="alert">
        {words.failed}{' '}
        <button type="button" class="text-button" onClick={() => policies.load(policyId)}>
          {matchesWording.value.retry}
        </button>
      </p>
    )
  const known = materialsOf(reply.value)
  return (
    <>
      <ul class="material-list">
        {known.items.map((clause) => (
          <li key={clause.anchor} class="condition">
            <Item name={`${policyId}#${clause.anchor}`} text={clause.text} />
            <ClauseMark clause={{ ...clause, policyId }} assessment={assessment} asOf={asOf} />
          </li>
        ))}
      </ul>
      <Notes known={known} />
      {known.items.length > 0 && (
        <>
          <p class="company-note">{words.keep}</p>
          <button type="button" class="secondary" onClick={() => printMaterials(assessment, known)}>
            <Icon name="print" />
            {words.print}
          </button>
        </>
      )}
    </>
  )
}

function Item({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <label class="choice condition-text" lang="zh-CN">
      <input
        type="checkbox"
        checked={ticked.value.includes(name)}
        onChange={({ currentTarget }) => tick(name, currentTarget.checked)}
      />
      <span>{text}</span>
    </label>
  )
}

function Notes({ known: { items, notes } }: { readonly known: Known }) {
  return (
    <>
      {notes.map(({ anchor, text }) => (
        <p key={anchor} lang="zh-CN">
          {text}
        </p>
      ))}
      {items.length + notes.length === 0 && <p>{matchesWording.value.materials.none}</p>}
    </>
  )
}

function printMaterials({ title, policyId }: Assessment, known: Known): void {
  const words = matchesWording.value.materials
  printOnly({
    kind: 'part',
    content: (
      <section class="summary">
        <h1 lang={languageOf(title)}>{fill(words.title, { title })}</h1>
        <ul class="material-print">
          {known.items.map(({ anchor, text }) => (
            <li key={anchor} lang="zh-CN">
              {ticked.value.includes(`${policyId}#${anchor}`) ? '☑' : '☐'} {text}
            </li>
          ))}
        </ul>
        <Notes known={known} />
        <p class="summary-note">{wording.value.summary.note}</p>
      </section>
    ),
  })
}
