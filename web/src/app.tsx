import { useEffect } from 'preact/hooks'
import { Composer } from './parts/composer.tsx'
import { Drawer } from './parts/drawer.tsx'
import { Header } from './parts/header.tsx'
import { Panels } from './parts/panels.tsx'
import { Transcript } from './parts/transcript.tsx'
import { restoreConversation } from './state/conversation.ts'
import { wording } from './wording/index.ts'

export function App() {
  const { title, skipToInput } = wording.value
  useEffect(() => void restoreConversation(), [])
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <>
      <a class="skip" href="#question">
        {skipToInput}
      </a>
      <Header />
      <Transcript />
      <Composer />
      <Panels />
      <Drawer />
    </>
  )
}
