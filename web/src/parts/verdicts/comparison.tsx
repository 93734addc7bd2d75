import type { ComponentChildren } from 'preact'
import type { Assessment } from '../../contract.ts'
import { mainBenefit } from '../../state/benefit-text.ts'
import { compared } from '../../state/comparison.ts'
import { closePanel } from '../../state/panels.ts'
import { printOnly } from '../../state/print-sheet.ts'
import { kindText, levelText, windowText } from '../../state/verdict-text.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { askAnew } from '../ask-anew.ts'
import { Icon } from '../icon.tsx'
import { Sheet } from '../sheet.tsx'
import { StandingBadge } from '../standing-badge.tsx'
import { MainAmount } from './main-amount.tsx'
import { VerdictReason } from './verdict-reason.tsx'

const titleId = 'comparison-title'

/** The chosen policies side by side. */
export function Comparison() {
  const words = wording.value.comparison
  return (
    <Sheet
      titleId={titleId}
      head={<h2 id={titleId}>{words.title}</h2>}
      closeLabel={words.close}
      bodyLabel={words.title}
      onClose={closePanel}
      isWide
    >
      <section class="comparison-frame" tabindex={0} aria-label={words.table}>
        <ComparisonTable onAsk={askAndClose} />
      </section>
      <div class="form-buttons">
        <button type="button" class="secondary" onClick={() => printOnly({ kind: 'comparison' })}>
          <Icon name="print" />
          {words.print}
        </button>
      </div>
    </Sheet>
  )
}

function askAndClose(assessment: Assessment): void {
  closePanel()
  askAnew(fill(wording.value.verdicts.whomToAskQuestion, { title: assessment.title }))
}

interface TableProps {
  /** Absent on paper, where nothing can be asked. */
  readonly onAsk?: (assessment: Assessment) => void
}

export function ComparisonTable({ onAsk }: TableProps) {
  const { rows, noWindow } = wording.value.comparison
  const { groups } = wording.value.verdicts
  return (
    <table class="comparison">
      <thead>
        <tr>
          <th scope="col">{rows.policy}</th>
          {compared.value.map(({ policyId, title, standing }) => (
            <th key={policyId} scope="col" lang={languageOf(title)}>
              {title} {standing !== 'in-force' && <StandingBadge standing={standing} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row name={rows.verdict} cell={({ verdict }) => <span class={`tag-${verdict}`}>{groups[verdict]}</span>} />
        <Row name={rows.amount} cell={(each) => <Amount assessment={each} />} />
        <Row name={rows.why} cell={(each) => <VerdictReason assessment={each} />} />
        <Row name={rows.window} cell={(each) => windowText(each) || noWindow} />
        <Row name={rows.level} cell={({ level }) => levelText(level)} />
        <Row name={rows.kind} cell={({ kind }) => kindText(kind)} />
        {onAsk !== undefined && <Row name={rows.ask} cell={(each) => <AskButton assessment={each} onAsk={onAsk} />} />}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly name: string
  readonly cell: (assessment: Assessment) => ComponentChildren
}

function Row({ name, cell }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {compared.value.map((assessment) => (
        <td key={assessment.policyId}>{cell(assessment)}</td>
      ))}
    </tr>
  )
}

function Amount({ assessment }: { readonly assessment: Assessment }) {
  if (mainBenefit(assessment) === null) return <>{wording.value.comparison.noAmount}</>
  return <MainAmount assessment={assessment} />
}

function AskButton({ assessment, onAsk }: Required<TableProps> & { readonly assessment: Assessment }) {
  const { askThis, askThisOf } = wording.value.comparison
  return (
    <button
      type="button"
      class="secondary"
      aria-label={fill(askThisOf, { title: assessment.title })}
      onClick={() => onAsk(assessment)}
    >
      {askThis}
    </button>
  )
}
