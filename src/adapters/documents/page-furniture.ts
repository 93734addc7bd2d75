const pageNumber =
  /^[\s　]*(?:[—–－\-─]{1,3}[ 　]?\d{1,4}[ 　]?[—–－\-─]{1,3}|第[ 　]?\d{1,4}[ 　]?页(?:[，,/ 　]{0,2}共[ 　]?\d{1,4}[ 　]?页)?|\d{1,4}[ 　]?\/[ 　]?\d{1,4}|Page \d{1,4}(?: of \d{1,4})?)[\s　]*$/i

/** Lines at the edge of a page that can carry a running header or footer. */
const edgeLines = 2

/** Removes page numbers, and lines that recur at the head or foot of most pages; pages are parted by form feeds. */
export function removeFurniture(text: string): string[][] {
  const pages = text.split('\f').map((page) => page.split('\n').filter((line) => !pageNumber.test(line)))
  const running = runningLines(pages)
  return pages.map((page) => {
    const edges = edgeIndexes(page)
    return page.filter((line, index) => {
      const isBareNumber = pages.length > 1 && /^[\s　]*\d{1,4}[\s　]*$/.test(line)
      return !edges.has(index) || !(isBareNumber || running.has(signature(line)))
    })
  })
}

/** A running line differs from page to page in its number only. */
function signature(line: string): string {
  return line.trim().replaceAll(/\d+/g, '0')
}

function runningLines(pages: readonly string[][]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const signatures = new Set([...edgeIndexes(page)].map((index) => signature(page[index] ?? '')))
    for (const line of signatures) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const enough = Math.max(3, pages.length * 0.6)
  return new Set([...counts].filter(([, count]) => count >= enough).map(([line]) => line))
}

function edgeIndexes(page: readonly string[]): Set<number> {
  const filled = page.flatMap((line, index) => (line.trim() === '' ? [] : [index]))
  return new Set([...filled.slice(0, edgeLines), ...filled.slice(-edgeLines)])
}
