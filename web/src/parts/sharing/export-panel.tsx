import { useState } from 'preact/hooks'
import type { Answer } from '../../contract.ts'
import { exportAddress } from '../../server/threads.ts'
import { turns } from '../../state/conversation.ts'
import { closePanel } from '../../state/panels.ts'
import { locale } from '../../state/preferences.ts'
import { printOnly } from '../../state/print-sheet.ts'
import { fill } from '../../wording/index.ts'
import { threadWording } from '../../wording/threads.ts'
import { Icon } from '../icon.tsx'
import { Sheet } from '../sheet.tsx'

const titleId = 'export-title'

/** An answer, or the whole conversation, as a file or on paper. */
export default function ExportPanel({ answer }: { readonly answer: Answer }) {
  const words = threadWording.value.export
  const count = turns.value.filter((turn) => turn.answer !== null).length
  const [isWhole, setIsWhole] = useState(false)
  const print = () => {
    closePanel()
    printOnly({ kind: 'page' })
  }
  return (
    <Sheet
      titleId={titleId}
      head={<h2 id={titleId}>{words.title}</h2>}
      closeLabel={words.close}
      bodyLabel={words.title}
      onClose={closePanel}
    >
      <div class="share">
        <p class="share-note">{words.holds}</p>
        {count > 1 && (
          <fieldset class="export-choice">
            <legend class="visually-hidden">{words.what}</legend>
            <Choice label={words.answer} isChosen={!isWhole} onChoose={() => setIsWhole(false)} />
            <Choice label={fill(words.whole, { count })} isChosen={isWhole} onChoose={() => setIsWhole(true)} />
          </fieldset>
        )}
        <div class="share-buttons">
          {(['docx', 'md'] as const).map((format) => (
            <a
              key={format}
              class="secondary"
              href={exportAddress(answer.conversationId, isWhole ? null : answer.id, format, locale.value)}
              download
            >
              <Icon name="download" />
              {words[format]}
            </a>
          ))}
          <button type="button" class="secondary" onClick={print}>
            <Icon name="print" />
            {words.print}
          </button>
        </div>
        <p class="share-note">{words.printNote}</p>
      </div>
    </Sheet>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Choice({ label, isChosen, onChoose }: ChoiceProps) {
  return (
    <label class="tick">
      <input type="radio" name="export-what" checked={isChosen} onChange={onChoose} />
      <span>{label}</span>
    </label>
  )
}
