import { render } from 'preact'
import { App } from './app.tsx'
import { preparePrinting } from './parts/print-sheet.tsx'
import { keepForOffline } from './state/application.ts'
import { startPreferences } from './state/preferences.ts'
import { keepEdits } from './state/tab-edits.ts'
import { beginLanguage } from './wording/choose-language.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/page.css'
import './styles/navigation.css'
import './styles/answer.css'
import './styles/drawer.css'
import './styles/verdicts.css'
import './styles/conditions.css'
import './styles/comparison.css'
import './styles/company.css'
import './styles/matching.css'
import './styles/threads.css'
import './styles/print.css'
import './styles/paper.css'

const page = document.getElementById('page')
if (page === null) throw new Error('index.html has no element #page')
startPreferences()
keepEdits()
void beginLanguage().then(() => render(<App />, page))
// A browser that refuses (private windows of some do) works with a network as before.
keepForOffline().catch(() => {})

preparePrinting()
