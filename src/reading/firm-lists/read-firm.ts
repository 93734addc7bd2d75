import { type FactCatalogue, type FactValue, type Industries, isPossible } from '../../eligibility/index.ts'
import { matchForm } from '../normalise.ts'
import { readAmount } from './amounts.ts'
import { readYesNo, saysUnknown } from './cell-words.ts'
import { createChoiceReader, type PlaceWords } from './choices.ts'
import { type ColumnPlan, createColumnReader, type FactColumn } from './columns.ts'
import { readDay } from './days.ts'
import type { FirmProblem, FirmProblemKind, ListedFirm, TableRow } from './firm-list.ts'
import { createIndustryCellReader } from './industries.ts'

export interface FirmReaderParts {
  readonly catalogue: FactCatalogue
  readonly industryData: Industries
  readonly places: PlaceWords
}

/** Reads lists of companies: what the headings mean, and what each row says of its company. */
export interface FirmReader {
  readColumns(headers: readonly string[]): ColumnPlan
  /** `column`: that of the profile is left out where its cell could not be taken; the others count. */
  readFirm(row: TableRow, plan: ColumnPlan, asOf: string): { firm: ListedFirm; problems: FirmProblem[] }
}

export function createFirmReader({ catalogue, industryData, places }: FirmReaderParts): FirmReader {
  const readChoice = createChoiceReader(places)
  const readIndustry = createIndustryCellReader(industryData)

  const readCell = (text: string, column: FactColumn, asOf: string): FactValue | FirmProblemKind | null => {
    const { definition } = column
    switch (definition.type) {
      case 'number':
        return readAmount(text, definition, column.factor, asOf) ?? 'unreadable'
      case 'date':
        return readDay(text, asOf) ?? 'unreadable'
      case 'boolean':
        return readClaim(text, column) ?? 'unreadable'
      case 'choice': {
        const choice = readChoice(text, definition)
        return choice ?? (readYesNo(text) === false ? null : 'unreadable')
      }
      case 'industry':
        return readIndustry(text) ?? 'unreadable'
    }
  }

  return {
    readColumns: createColumnReader(catalogue),
    readFirm({ row, cells }, plan, asOf) {
      const profile: Record<string, FactValue> = {}
      const problems: FirmProblem[] = []
      for (const column of plan.facts) {
        const text = cells[column.index]?.trim() ?? ''
        if (saysUnknown(text)) continue
        const read = readCell(text, column, asOf)
        const kind = typeof read === 'string' ? read : faultOf(read, column, asOf)
        if (kind) problems.push({ row, column: column.header, value: text.slice(0, 200), kind, fact: column.fact })
        else if (read !== null && typeof read !== 'string') profile[column.fact] = read
      }
      const at = (index: number | null) => (index === null ? '' : (cells[index]?.trim() ?? ''))
      return { firm: { row, name: at(plan.name), id: at(plan.id), profile }, problems }
    },
  }
}

function faultOf(value: FactValue | null, { definition }: FactColumn, asOf: string): FirmProblemKind | null {
  return value === null || isPossible(value, definition, asOf) ? null : 'impossible'
}

/** 是, √, or the name of the fact itself: 高新技术企业 in a column of that name. */
function readClaim(text: string, { definition }: FactColumn): FactValue | null {
  const said = readYesNo(text)
  if (said !== null) return { value: said }
  const form = matchForm(text.normalize('NFKC'))
  const names = [definition.label.zh, definition.label.en, ...definition.words]
  return names.some((name) => matchForm(name) === form) ? { value: true } : null
}
