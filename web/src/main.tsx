import { render } from 'preact'
import { App } from './app.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/page.css'
import './styles/answer.css'
import './styles/drawer.css'
import './styles/print.css'

const page = document.getElementById('page')
if (page === null) throw new Error('index.html has no element #page')
render(<App />, page)

// Paper shows every source, also those folded away on the screen.
addEventListener('beforeprint', () => {
  for (const sources of document.querySelectorAll('details')) sources.open = true
})
