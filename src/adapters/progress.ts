/** Called while something is done: how much of how much. */
export type Progress = (done: number, total: number) => void

/** A progress line on a terminal; elsewhere one line every ten percent. */
export function createProgress(label: string, output: NodeJS.WriteStream = process.stderr): Progress {
  let shown = -1
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    if (percent === shown || (!output.isTTY && percent % 10 !== 0)) return
    shown = percent
    const line = `${label} ${done}/${total}（${percent}%）`
    output.write(output.isTTY ? `\r${line}${done === total ? '\n' : ''}` : `${line}\n`)
  }
}
