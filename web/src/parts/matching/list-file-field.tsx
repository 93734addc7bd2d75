import { signal } from '@preact/signals'
import { faultOf, mostMegabytes } from '../../state/list-file.ts'
import { wish } from '../../state/matching.ts'
import { locale } from '../../state/preferences.ts'
import { fill, formatNumber, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'

const inputId = 'list-file'
const hintId = 'list-file-hint'
const faultId = 'list-file-fault'

/** What is wrong with the file that was chosen last; empty where nothing is. */
export const fileFault = signal('')

export function noFileFault(): string {
  return wording.value.matching.faults.none
}

/** Takes a chosen or dropped file, or says why it cannot be used. */
export function takeFile(file: File): void {
  const fault = faultOf(file)
  const values = { name: file.name, megabytes: mostMegabytes }
  fileFault.value = fault === null ? '' : fill(wording.value.matching.faults[fault], values)
  wish.value = { ...wish.value, file: fault === null ? file : null }
}

/** Where a list is chosen or dropped. */
export function ListFileField({ isOver }: { readonly isOver: boolean }) {
  const words = wording.value.matching
  const { file } = wish.value
  const hint = fill(words.fileHint, { megabytes: mostMegabytes })
  return (
    <>
      <label class={isOver ? 'list-file over' : 'list-file'} for={inputId}>
        <input
          id={inputId}
          class="visually-hidden"
          type="file"
          accept=".csv,.xlsx"
          aria-describedby={`${hintId} ${faultId}`}
          aria-invalid={fileFault.value !== ''}
          onChange={choose}
        />
        <Icon name="upload" />
        <span>
          {file !== null && <span class="list-file-name">{nameAndSize(file)}</span>}
          <span class="list-file-choose">{file === null ? words.chooseFile : words.changeFile}</span>
        </span>
      </label>
      <p class="company-note" id={hintId}>
        {hint}
      </p>
      <p class="fact-problem" id={faultId} role="alert">
        {fileFault.value}
      </p>
    </>
  )
}

function choose({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void {
  const file = currentTarget.files?.[0]
  if (file !== undefined) takeFile(file)
  // So that the same file can be chosen again after it was saved anew.
  currentTarget.value = ''
}

function nameAndSize({ name, size }: File): string {
  const kilobytes = Math.max(1, Math.round(size / 1024))
  const text =
    kilobytes < 1024 ? `${kilobytes} KB` : `${formatNumber(Math.round((kilobytes / 1024) * 10) / 10, locale.value)} MB`
  return fill(wording.value.matching.fileSize, { name, size: text })
}
