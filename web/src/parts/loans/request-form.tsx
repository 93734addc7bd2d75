import { useEffect, useRef, useState } from 'preact/hooks'
import type { PolicyReply } from '../../contract.ts'
import { loadFacts } from '../../state/fact-catalogue.ts'
import {
  largestAmount,
  letterText,
  longestMonths,
  problemsOf,
  type RequestField,
  type RequestProblem,
  requestFields,
} from '../../state/loan-request.ts'
import { companyFacts, useRequest } from '../../state/loan-request-draft.ts'
import { fill } from '../../wording/index.ts'
import { loanWording } from '../../wording/loans/index.ts'
import { BringTo } from './bring-to.tsx'
import { RequestFieldView } from './request-field.tsx'
import { RequestLetter } from './request-letter.tsx'

interface Props {
  readonly mechanism: PolicyReply
  readonly asOf: string
}

/** Makes the text of a request in the browser; nothing of it is sent. */
export function RequestForm({ mechanism, asOf }: Props) {
  const words = loanWording.value.request
  const { request, write } = useRequest()
  const [problems, setProblems] = useState<ReadonlyMap<RequestField, RequestProblem>>(new Map())
  const [letter, setLetter] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => void loadFacts(), [])
  const make = (event: Event) => {
    event.preventDefault()
    const found = problemsOf(request)
    setProblems(found)
    const [first] = found.keys()
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`#request-${first}`)?.focus()
    else setLetter(letterText({ request, facts: companyFacts(), mechanism: mechanism.title, asOf }))
  }
  return (
    <section class="request" aria-labelledby="request-title">
      <h2 id="request-title">{words.title}</h2>
      <p class="loan-note">{words.intro}</p>
      <form ref={form} noValidate onSubmit={make}>
        <p class="request-wrong" role="status">
          {problems.size > 0 && fill(words.wrong, { count: problems.size })}
        </p>
        {requestFields.map((field) => (
          <RequestFieldView
            key={field}
            field={field}
            value={request[field]}
            problem={problemText(problems.get(field))}
            onWrite={(text) => write(field, text)}
          />
        ))}
        <button type="submit" class="primary">
          {words.make}
        </button>
      </form>
      {letter !== null && <RequestLetter text={letter} onWrite={setLetter} />}
      <BringTo mechanism={mechanism} />
    </section>
  )
}

function problemText(problem: RequestProblem | undefined): string {
  if (problem === undefined) return ''
  const limit = problem === 'months' ? longestMonths : largestAmount
  return fill(loanWording.value.request.problems[problem], { limit })
}
