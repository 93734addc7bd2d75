import type { FactDefinition, Unit } from '../../eligibility/index.ts'
import type { Locale } from '../../policy/index.ts'
import type { MatchFormat } from '../../reading/index.ts'
import type { Cell } from './cell.ts'
import type { Matcher } from './matcher.ts'
import { type ResultWording, resultWording } from './result-wording.ts'
import type { ResultWriter } from './result-writer.ts'

/** The facts that most policies ask of most firms, as many as one still likes to fill in; numbers with an example. */
const usefulFacts: Readonly<Record<string, number | null>> = {
  registeredPlace: null,
  industry: null,
  establishedOn: null,
  employees: 45,
  revenue: 3600,
  assets: 5000,
  entityType: null,
  isOperatingNormally: null,
  isHighTechEnterprise: null,
  isTechnologySme: null,
  isInnovativeSme: null,
  isSpecializedSme: null,
  isLittleGiant: null,
  rdExpense: 252,
  rdRatio: 7,
  rdStaff: 12,
  inventionPatents: 1,
  intellectualProperty: 6,
  taxableIncome: 180,
  vatStatus: null,
  debtRatio: 40,
  hiredGraduates: 2,
  paysSocialInsurance: null,
  needsFinancing: null,
  loanAmount: 300,
  isOnAbnormalList: null,
  isSeriouslyDishonest: null,
  hasMajorAccident3y: null,
  hasTaxEvasion3y: null,
  hasArrears: null,
  hasBadCredit: null,
}

/** Writes a list to fill in: useful facts with units and an example, and what may be written. */
export async function writeTemplate(
  writer: ResultWriter,
  { data }: Matcher,
  { format, locale }: { readonly format: MatchFormat; readonly locale: Locale },
): Promise<void> {
  const wording = resultWording(locale)
  const facts = Object.entries(usefulFacts).flatMap(([key, example]) => {
    const definition = data.catalogue.facts[key]
    return definition ? [{ definition, example }] : []
  })
  const { template } = wording
  const headers = facts.map(({ definition }) => headerOf(definition, wording, locale))
  const columns = [wording.columns.firm, wording.columns.id, ...headers].map((header) => ({
    header,
    width: Math.max(12, header.length * 2),
  }))
  const list = writer.openTable(wording.sheets.template, columns)
  list.addRow([
    template.exampleName,
    '91310105MA1FW00000',
    ...facts.map(({ definition, example }) => example ?? exampleOf(definition, template, locale)),
  ])
  if (format === 'xlsx')
    writeHelp(
      writer,
      facts.map(({ definition }) => definition),
      wording,
      locale,
    )
  await writer.close()
}

function writeHelp(
  writer: ResultWriter,
  facts: readonly FactDefinition[],
  wording: ResultWording,
  locale: Locale,
): void {
  const { template } = wording
  const help = writer.openTable(wording.sheets.notes, [
    { header: template.column, width: 40 },
    { header: template.howTo, width: 90 },
  ])
  for (const definition of facts)
    help.addRow([headerOf(definition, wording, locale), howToFill(definition, wording, locale)])
  for (const note of template.notes) help.addRow([template.note, note])
}

const units: Readonly<Record<Unit, { readonly zh: string; readonly en: string }>> = {
  yuan: { zh: '万元', en: '万元' },
  ratio: { zh: '%', en: '%' },
  people: { zh: '人', en: 'people' },
  count: { zh: '项', en: '项' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
  points: { zh: '分', en: 'points' },
}

function headerOf(definition: FactDefinition, { template }: ResultWording, locale: Locale): string {
  const label = locale === 'en' ? definition.label.en : definition.label.zh
  if (definition.type !== 'number') return label
  const unit = locale === 'en' ? units[definition.unit].en : units[definition.unit].zh
  return `${label}${template.open}${unit}${template.close}`
}

function exampleOf(definition: FactDefinition, template: ResultWording['template'], locale: Locale): Cell {
  switch (definition.type) {
    case 'number':
      return null
    case 'date':
      return '2021-03-01'
    case 'industry':
      return template.exampleIndustry
    // A group of facts is a bad record.
    case 'boolean':
      return definition.group === undefined ? template.yes : template.no
    case 'choice':
      return optionsOf(definition, locale)[0] ?? ''
  }
}

function howToFill(definition: FactDefinition, { template, list }: ResultWording, locale: Locale): string {
  const question = definition.question ? (locale === 'en' ? definition.question.en : definition.question.zh) : ''
  const how =
    definition.type === 'choice' ? optionsOf(definition, locale).join(template.or) : template.howToOf[definition.type]
  return [question, how].filter(Boolean).join(list)
}

function optionsOf({ options }: Extract<FactDefinition, { type: 'choice' }>, locale: Locale): string[] {
  return Object.values(options).map(({ label }) => (locale === 'en' ? label.en : label.zh))
}
