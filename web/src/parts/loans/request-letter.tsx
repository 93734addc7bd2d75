import { useEffect, useRef, useState } from 'preact/hooks'
import { letterMarkdown } from '../../state/loan-request.ts'
import { letterWording, loanWording } from '../../wording/loans/index.ts'
import { copyText } from '../copy-text.ts'
import { saveText } from '../save-text.ts'

interface Props {
  readonly text: string
  readonly onWrite: (text: string) => void
}

/** The finished text, to be changed and taken along. */
export function RequestLetter({ text, onWrite }: Props) {
  const words = loanWording.value.request
  const [message, setMessage] = useState(words.made)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const copy = async () => setMessage((await copyText(text)) ? words.copied : words.copyFailed)
  const save = (ending: 'txt' | 'md', content: string) =>
    saveText(`${letterWording.file}.${ending}`, content, 'text/plain')
  return (
    <div class="letter">
      <label for="letter">{words.result}</label>
      <div class="grow" data-text={`${text}\n`}>
        <textarea
          id="letter"
          ref={area}
          lang="zh-CN"
          value={text}
          onInput={({ currentTarget }) => onWrite(currentTarget.value)}
        />
      </div>
      <p class="letter-actions">
        <button type="button" class="primary" onClick={copy}>
          {words.copy}
        </button>
        <button type="button" class="secondary" onClick={() => save('txt', text)}>
          {words.saveText}
        </button>
        <button type="button" class="secondary" onClick={() => save('md', letterMarkdown(text))}>
          {words.saveMarkdown}
        </button>
        <button type="button" class="secondary" onClick={printLetter}>
          {words.print}
        </button>
        <span role="status">{message}</span>
      </p>
    </div>
  )
}

/** Only the letter goes to paper. */
function printLetter(): void {
  const { classList } = document.documentElement
  classList.add('print-letter')
  addEventListener('afterprint', () => classList.remove('print-letter'), { once: true })
  print()
}
