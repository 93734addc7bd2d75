import { wording } from '../../wording/index.ts'
import { QuestionLink } from '../question-link.tsx'

/** Ways in by what one wants to get done. */
export function Needs() {
  const { needsLabel, needs } = wording.value.home
  return (
    <section>
      <h2>{needsLabel}</h2>
      <ul class="needs">
        {needs.map(({ title, hint, question }) => (
          <li key={question}>
            <QuestionLink class="need" question={question}>
              <strong>{title}</strong>
              <span>{hint}</span>
            </QuestionLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
