export type Cell = string | number | null

/** As much text as a spreadsheet program takes in one cell. */
const longestText = 32_000

/** Text that begins like a formula would be run by the program that opens the file: a quotation mark makes it text. */
export function safeCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  if (cell === '') return null
  const text = cell.length > longestText ? `${cell.slice(0, longestText)}…` : cell
  return /^(?:[\t\r]|[\s\p{Format}\p{Control}]*[=+\-@＝＋－＠])/u.test(text) ? `'${text}` : text
}
