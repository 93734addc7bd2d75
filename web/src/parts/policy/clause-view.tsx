import { useState } from 'preact/hooks'
import type { ClauseReply, PolicyReply } from '../../contract.ts'
import { clauseId } from '../../state/policy-path.ts'
import { locale } from '../../state/preferences.ts'
import { periodState } from '../../state/window-text.ts'
import { fill, formatDate } from '../../wording/index.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { copyText } from '../copy-text.ts'
import { Icon } from '../icon.tsx'
import { Prose } from '../prose.tsx'
import { natureText } from './policy-sources.tsx'

interface Props {
  readonly clause: ClauseReply
  readonly policy: PolicyReply
  readonly isTarget: boolean
}

/** One clause under its own address. */
export function ClauseView({ clause, policy, isTarget }: Props) {
  const { anchor, number, text } = clause
  const words = libraryWording.value.policy
  const id = clauseId(anchor)
  return (
    <li class={isTarget ? 'clause clause-target' : 'clause'} id={id} tabindex={-1} aria-current={isTarget || undefined}>
      <div class="clause-head">
        <a href={`#${id}`} aria-label={fill(words.clauseLink, { number })}>
          {fill(words.clause, { number })}
        </a>
        <CopyLink id={id} number={number} />
      </div>
      <div class="clause-text" lang="zh-CN">
        <Prose text={text} />
      </div>
      <Remarks clause={clause} policy={policy} />
    </li>
  )
}

function CopyLink({ id, number }: { readonly id: string; readonly number: number }) {
  const words = libraryWording.value.policy
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const copy = async () => {
    const isCopied = await copyText(new URL(`#${id}`, location.href).href)
    setOutcome(isCopied ? 'copied' : 'failed')
  }
  return (
    <>
      <button type="button" class="clause-copy" aria-label={fill(words.copyLink, { number })} onClick={copy}>
        <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
      </button>
      <span class="clause-copied" role="status">
        {outcome === 'copied' && fill(words.copied, { number })}
        {outcome === 'failed' && words.copyFailed}
      </span>
    </>
  )
}

/** When a clause holds and where it was found, if that is not as for the whole policy. */
function Remarks({ clause, policy }: Omit<Props, 'isTarget'>) {
  const words = libraryWording.value.policy
  const { from, until, nature } = clause
  const on = (text: string, date: string) => fill(text, { date: formatDate(date, locale.value) })
  const isLimited = from !== null || until !== null
  const remarks = [
    ...(from === null ? [] : [on(words.clauseFrom, from)]),
    ...(until === null ? [] : [on(words.clauseUntil, until)]),
    ...(isLimited && periodState({ from, until }, policy.asOf) !== 'open' ? [words.clauseNotNow] : []),
    ...(nature === null ? [] : [fill(words.clauseNature, { nature: natureText(nature) })]),
  ]
  if (remarks.length === 0) return null
  return (
    <p class="clause-remarks">
      {remarks.map((remark) => (
        <span key={remark}>{remark}</span>
      ))}
    </p>
  )
}
