import { useEffect, useState } from 'preact/hooks'
import { type Matching, matching } from '../../state/matching.ts'
import { closePanel } from '../../state/panels.ts'
import { fill, wording } from '../../wording/index.ts'
import { Sheet } from '../sheet.tsx'
import { takeFile } from './list-file-field.tsx'
import { MatchingForm } from './matching-form.tsx'
import { MatchingProgress } from './matching-progress.tsx'
import { MatchingResult } from './matching-result.tsx'

const titleId = 'matching-title'

/** Matching a list of firms with the policies, for commissioners. */
export function MatchingPanel() {
  const words = wording.value.matching
  const isOver = useDrops()
  return (
    <Sheet
      titleId={titleId}
      head={<h2 id={titleId}>{words.content}</h2>}
      closeLabel={words.close}
      bodyLabel={words.content}
      onClose={closePanel}
    >
      <Content isOver={isOver} />
      <p class="visually-hidden" role="status">
        {announcement(matching.value)}
      </p>
    </Sheet>
  )
}

function Content({ isOver }: { readonly isOver: boolean }) {
  const current = matching.value
  switch (current.status) {
    case 'running':
      return <MatchingProgress running={current} />
    case 'done':
      return <MatchingResult {...current} />
    default:
      return <MatchingForm isOver={isOver} />
  }
}

/** A file may be dropped anywhere: beside the field the browser would leave the page for it. */
function useDrops(): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false)
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      const file = event.dataTransfer?.files[0]
      const { status } = matching.peek()
      if (file !== undefined && status !== 'running' && status !== 'done') takeFile(file)
    }
    const listening = new AbortController()
    const { signal } = listening
    addEventListener('dragover', over, { signal })
    addEventListener('dragleave', leave, { signal })
    addEventListener('drop', drop, { signal })
    return () => listening.abort()
  }, [])
  return isOver
}

/** Said at each quarter only: a list of thousands moves many times a second. */
function announcement(current: Matching): string {
  const words = wording.value.matching
  switch (current.status) {
    case 'running': {
      const { size, done, name } = current
      const quarter = size === null ? 0 : Math.floor((4 * done) / size.firms)
      return quarter === 0 ? fill(words.uploading, { name }) : fill(words.progressSaid, { percent: quarter * 25 })
    }
    case 'done':
      return words.done
    case 'stopped':
      return words.stopped
    default:
      return ''
  }
}
