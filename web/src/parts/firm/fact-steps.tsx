import { useRef, useState } from 'preact/hooks'
import type { FactReply } from '../../contract.ts'
import { facts as catalogue, factsByKey, loadFacts } from '../../state/fact-catalogue.ts'
import { type AskedFact, factSteps, readStep, type StepDraft, skippedFacts, takeStep } from '../../state/fact-steps.ts'
import { judgedNow } from '../../state/matches.ts'
import { progressText, whyText } from '../../state/step-progress.ts'
import { firmWording } from '../../wording/firm/index.ts'
import { fill, languageOf } from '../../wording/index.ts'
import { StepChoices } from './step-choices.tsx'

const open: StepDraft = { kind: 'open' }

/** The next few questions, the most useful first; whoever does not know leaves them open. */
export function FactSteps() {
  factSteps.follow()
  const words = firmWording.value.steps
  const { status, reply } = factSteps.state.value
  const questions = reply?.questions.filter(({ facts }) => factsByKey.value.has(facts[0] ?? '')) ?? []
  const hasFailed = status === 'failed' || catalogue.value === 'failed'
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section class="fact-steps" aria-labelledby="steps-title">
      <h2 id="steps-title" tabindex={-1} ref={heading}>
        {words.title}
      </h2>
      {hasFailed && <Failure />}
      {!hasFailed && questions.length === 0 && (
        <p class="company-note">{status === 'done' && catalogue.value !== 'loading' ? doneText() : words.loading}</p>
      )}
      {questions.length > 0 && <StepForm questions={questions} onTaken={() => heading.current?.focus()} />}
      {skippedFacts.value.length > 0 && (
        <p class="company-note">
          {fill(words.skipped, { count: skippedFacts.value.length })}{' '}
          <button type="button" class="text-button" onClick={() => askSkippedAgain(heading.current)}>
            {words.askAgain}
          </button>
        </p>
      )}
    </section>
  )
}

function askSkippedAgain(heading: HTMLElement | null): void {
  heading?.focus()
  skippedFacts.value = []
}

function doneText(): string {
  const words = firmWording.value.steps
  return skippedFacts.value.length > 0 ? words.doneSkipped : words.done
}

function Failure() {
  const { steps, counts } = firmWording.value
  const retry = () => {
    void loadFacts()
    factSteps.retry()
  }
  return (
    <p class="company-note" role="alert">
      {steps.failed}{' '}
      <button type="button" class="text-button" onClick={retry}>
        {counts.retry}
      </button>
    </p>
  )
}

interface FormProps {
  readonly questions: readonly AskedFact[]
  readonly onTaken: () => void
}

/** All answers are taken at once, so that nothing moves under a finger. */
function StepForm({ questions, onTaken }: FormProps) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, StepDraft>>>({})
  const [problems, setProblems] = useState<readonly string[]>([])
  const form = useRef<HTMLFormElement>(null)
  const waiting = judgedNow.value.filter(({ verdict }) => verdict === 'undetermined')

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const read = questions.map((asked) => {
      const fact = factOf(asked)
      return fact ? readStep(asked, fact, drafts[nameOf(asked)] ?? open) : { facts: {} }
    })
    const found = read.map((each) => ('problem' in each ? each.problem : ''))
    setProblems(found)
    const wrong = found.findIndex((problem) => problem !== '')
    if (wrong >= 0) return focusOn(form.current, questions[wrong])
    takeStep(
      questions,
      read.flatMap((each) => ('facts' in each ? [each.facts] : [])),
    )
    setDrafts({})
    onTaken()
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <p class="step-progress">{progressText(waiting, questions)}</p>
      {questions.map((asked, place) => (
        <Question
          key={nameOf(asked)}
          asked={asked}
          why={whyText(waiting, asked)}
          draft={drafts[nameOf(asked)] ?? open}
          problem={problems[place] ?? ''}
          onChange={(draft) => setDrafts({ ...drafts, [nameOf(asked)]: draft })}
        />
      ))}
      <button type="submit" class="primary step-next">
        {firmWording.value.steps.next}
      </button>
    </form>
  )
}

interface QuestionProps {
  readonly asked: AskedFact
  readonly why: string
  readonly draft: StepDraft
  readonly problem: string
  readonly onChange: (draft: StepDraft) => void
}

function Question({ asked, why, draft, problem, onChange }: QuestionProps) {
  const fact = factOf(asked)
  const [whyId, problemId] = [`why-${nameOf(asked)}`, `problem-${nameOf(asked)}`]
  if (fact === undefined) return null
  return (
    <fieldset class="step" data-fact={nameOf(asked)} aria-describedby={`${whyId} ${problemId}`}>
      <legend lang={languageOf(asked.text)}>{asked.text}</legend>
      <p class="step-why" id={whyId}>
        {why}
      </p>
      <StepChoices
        asked={asked}
        fact={fact}
        draft={draft}
        onChange={onChange}
        problemId={problem === '' ? undefined : problemId}
      />
      <p class="fact-problem" id={problemId} role="alert">
        {problem}
      </p>
    </fieldset>
  )
}

function focusOn(form: HTMLFormElement | null, asked: AskedFact | undefined): void {
  const step = asked && form?.querySelector(`[data-fact="${nameOf(asked)}"]`)
  step?.querySelector<HTMLElement>('[aria-invalid="true"], input[type="checkbox"], .fact-field :first-child')?.focus()
}

function nameOf({ facts }: AskedFact): string {
  return facts[0] ?? ''
}

function factOf(asked: AskedFact): FactReply | undefined {
  return factsByKey.value.get(nameOf(asked))
}
