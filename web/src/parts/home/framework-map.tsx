import { locale } from '../../state/preferences.ts'
import { wording } from '../../wording/index.ts'
import { QuestionLink } from '../question-link.tsx'

const labelId = 'framework-label'
const lineHeight = 19

/** Where each part lies on the picture: the one in the middle, the five around it from the top, clockwise. */
const middle = { x: 176, y: 173, radius: 55 }
const around = [0, 1, 2, 3, 4].map((index) => {
  const angle = (index / 5) * 2 * Math.PI
  return { x: middle.x + 118 * Math.sin(angle), y: middle.y - 118 * Math.cos(angle), radius: 53 }
})
const spots = [middle, ...around]

/** The district's "1+5" policies as a picture of links. */
export function FrameworkMap() {
  const { frameworkLabel, frameworkText, framework } = wording.value.home
  return (
    <section class="framework" aria-labelledby={labelId}>
      <div>
        <h2 id={labelId}>{frameworkLabel}</h2>
        <p>{frameworkText}</p>
      </div>
      <svg viewBox="0 0 352 326" role="presentation">
        {around.map(({ x, y }) => (
          <line key={x} x1={middle.x} y1={middle.y} x2={x} y2={y} />
        ))}
        {spots.map((spot, index) => (
          <Part key={`${spot.x} ${spot.y}`} {...spot} part={framework[index]} />
        ))}
      </svg>
    </section>
  )
}

interface PartProps {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly part: { readonly name: string; readonly question: string } | undefined
}

function Part({ x, y, radius, part }: PartProps) {
  if (part === undefined) return null
  const lines = part.name.split('\n')
  const first = y - ((lines.length - 1) * lineHeight) / 2
  return (
    <QuestionLink question={part.question} label={lines.join(locale.value === 'en' ? ' ' : '')}>
      <circle cx={x} cy={y} r={radius} />
      {lines.map((line, index) => (
        <text key={line} x={x} y={first + index * lineHeight}>
          {line}
        </text>
      ))}
    </QuestionLink>
  )
}
