import { useEffect } from 'preact/hooks'
import { Composer, fillInput } from '../parts/composer.tsx'
import { Transcript } from '../parts/transcript.tsx'
import { goTo, visit } from '../state/route.ts'

/** The conversation; `?q=` puts a question into the box, to be looked at before it is sent. */
export default function ChatPage() {
  const question = visit.value.query.get('q')
  useEffect(() => {
    if (question === null) return
    fillInput(question)
    goTo('/chat', { replace: true })
  }, [question])
  return (
    <>
      <Transcript />
      <Composer />
    </>
  )
}
