import { PageHeading } from '../parts/frame/page-heading.tsx'
import { SavedAnswerView } from '../parts/saved/saved-answer.tsx'
import { savedAnswers } from '../state/saved-answers.ts'
import { wording } from '../wording/index.ts'
import '../styles/saved.css'

/** Answers kept on this device, which open without a network too. */
export default function SavedPage() {
  const { title, hint, none } = wording.value.saved
  const answers = savedAnswers.value
  return (
    <main class="main plain-page" id="main">
      <PageHeading title={title} />
      <p role="status">{answers.length === 0 ? none : hint}</p>
      {answers.map((saved) => (
        <SavedAnswerView key={saved.id} saved={saved} />
      ))}
    </main>
  )
}
