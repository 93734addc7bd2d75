import type { FactValue } from '../../eligibility/index.ts'
import { findQuantities } from '../quantities/find-quantities.ts'
import { filler } from './amounts.ts'

const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]00?:00(?::00)?(?:\.0+)?Z?)?$/
/** Days as a spreadsheet program counts them, from 1950 to 2100. */
const [firstSerial, lastSerial] = [18_264, 73_050]

/** Reads a date, or the days it may be: 2021年3月. */
export function readDay(text: string, asOf: string): FactValue | null {
  const plain = text.normalize('NFKC').trim()
  const [, year, month = '', day = ''] = isoDay.exec(plain) ?? []
  if (year) return existing(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return fromSerial(Math.floor(Number(plain)))
  const dates = findQuantities(plain, asOf).filter(({ kind }) => kind === 'date')
  const [date] = dates
  if (!date || dates.length > 1 || !filler.test(plain.replace(date.text, ''))) return null
  const { from, until } = date
  if (from !== undefined && from === until) return { value: from }
  return { ...(from === undefined ? {} : { min: from }), ...(until === undefined ? {} : { max: until }) }
}

function existing(iso: string): FactValue | null {
  const time = Date.parse(iso)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : { value: iso }
}

function fromSerial(serial: number): FactValue | null {
  if (serial < firstSerial || serial > lastSerial) return null
  return { value: new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10) }
}
