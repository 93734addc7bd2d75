import { wording } from '../wording/index.ts'

export function Seal() {
  return (
    <span class="seal" lang="zh-CN" aria-hidden="true">
      {wording.value.widget.seal}
    </span>
  )
}
