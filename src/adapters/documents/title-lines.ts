const titleEnd =
  /(答复|通知|意见|办法|方案|措施|规定|细则|公告|通告|决定|指南|目录|规划|计划|纲要|标准|条例|公报|函|说明|若干政策|政策|政策规定)(（[^）]{1,20}）)?$/
const notTitle = /[〔[]\s?\d{4}\s?[〕\]]|文件$|[：:。；，]|^(签发|索引号|发文)|^\d{4}\s?年.{1,8}日$/

/** The lines of a centred title near the top, which may be broken over several; `end` is after the last. */
export function findTitleLines(lines: readonly string[]): { start: number; end: number } | null {
  const top = lines.slice(0, 15)
  const last = top.findIndex((line) => isTitleLine(line) && titleEnd.test(line.trim()))
  if (last === -1) return null
  let start = last
  while (start > 0 && isTitleLine(top[start - 1] ?? '') && last - start < 4 && !isWhole(top[start - 1] ?? ''))
    start -= 1
  // A letterhead often stands above; where a line opens with 关于 or 对, the title starts there.
  const opening = top.slice(start, last + 1).findIndex((line) => /^(关于|对)/.test(line.trim()))
  if (opening > 0 && /(委员会|局|政府|办公室|委|厅|部)$/.test(top[start + opening - 1]?.trim() ?? '')) {
    return { start, end: last + 1 }
  }
  return { start: opening > 0 ? start + opening : start, end: last + 1 }
}

function isTitleLine(line: string): boolean {
  const text = line.trim()
  return text !== '' && text.length <= 45 && !notTitle.test(text) && !text.startsWith('|')
}

function isWhole(line: string): boolean {
  return titleEnd.test(line.trim())
}
