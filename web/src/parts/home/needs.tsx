import { wording } from '../../wording/index.ts'
import { Link } from '../frame/link.tsx'
import { QuestionLink } from '../question-link.tsx'

/** Ways in by what one wants to get done: a page where there is one, else a question. */
export function Needs() {
  const { needsLabel, needs } = wording.value.home
  return (
    <section>
      <h2>{needsLabel}</h2>
      <ul class="needs">
        {needs.map((need) => (
          <li key={need.title}>
            <Way {...need} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface WayProps {
  readonly title: string
  readonly hint: string
  readonly to?: string
  readonly question?: string
}

function Way({ title, hint, to, question }: WayProps) {
  const words = (
    <>
      <strong>{title}</strong>
      <span>{hint}</span>
    </>
  )
  if (to !== undefined)
    return (
      <Link class="need" to={to}>
        {words}
      </Link>
    )
  return (
    <QuestionLink class="need" question={question ?? title}>
      {words}
    </QuestionLink>
  )
}
