import { Fragment } from 'preact'
import { useEffect } from 'preact/hooks'
import { Drawer } from './parts/drawer.tsx'
import { PageView } from './parts/frame/page-view.tsx'
import { Header } from './parts/header.tsx'
import { PageNotice } from './parts/page-notice.tsx'
import { Panels } from './parts/panels.tsx'
import { restoreConversation } from './state/conversation.ts'
import { language } from './state/preferences.ts'
import { route } from './state/route.ts'
import { wording } from './wording/index.ts'

export function App() {
  const { skipToInput, skipToContent } = wording.value
  const isChat = route.value.page === 'chat'
  useEffect(() => void restoreConversation(), [])
  return (
    // Other characters mean that every text is drawn anew, also where nothing else has changed.
    <Fragment key={language.value === 'zh-Hant' ? 'traditional' : 'simplified'}>
      <a class="skip" href={isChat ? '#question' : '#main'}>
        {isChat ? skipToInput : skipToContent}
      </a>
      <Header />
      <PageNotice />
      <PageView />
      <Panels />
      <Drawer />
    </Fragment>
  )
}
