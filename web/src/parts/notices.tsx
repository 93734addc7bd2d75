import { useState } from 'preact/hooks'
import type { Notice } from '../contract.ts'
import type { Turn } from '../state/turn.ts'
import { languageOf, wording } from '../wording/index.ts'
import { Icon } from './icon.tsx'

/** The remark on the answer's date has a place of its own. */
export const asOfCode = 'as-of'

/** The counts of the verdicts, which stand above the verdicts as well. */
const countsCode = 'match'

/** What was understood of the company: to be checked by whoever wants to, out of the way of everyone else. */
const understoodCodes: readonly string[] = ['changed', 'understood']

interface Props {
  readonly turn: Turn
  readonly place: Notice['place']
}

/** Remarks look unlike statements: they rest on no passage. */
export function Notices({ turn, place }: Props) {
  const shown = turn.notices.filter((notice) => notice.place === place && isShown(notice, turn))
  if (shown.length === 0) return null
  const understood = shown.filter(({ code }) => understoodCodes.includes(code))
  const others = shown.filter(({ code }) => !understoodCodes.includes(code))
  return (
    <div class="notices" role="note" aria-label={wording.value.answer.notices}>
      {understood.length > 0 && <Understood notices={understood} />}
      {others.map(({ code, text }) => (
        <p key={code + text} lang={languageOf(text)}>
          {text}
        </p>
      ))}
    </div>
  )
}

/** While an answer is coming, its verdicts may still be on their way. */
function isShown({ code }: Notice, { verdicts, phase }: Turn): boolean {
  if (code === countsCode) return verdicts.length === 0 && phase !== 'asking'
  return code !== asOfCode
}

/** One line that is cut on the screen only: it is read out whole. */
function Understood({ notices }: { readonly notices: readonly Notice[] }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <button type="button" class="understood fold" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
      <span class="understood-text">
        {notices.map(({ code, text }) => (
          <span key={code + text} lang={languageOf(text)}>
            {text}{' '}
          </span>
        ))}
      </span>
      <Icon name="unfold" />
    </button>
  )
}
