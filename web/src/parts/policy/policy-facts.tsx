import type { PolicyReply } from '../../contract.ts'
import { locale } from '../../state/preferences.ts'
import { kindText, levelText } from '../../state/verdict-text.ts'
import { formatDate } from '../../wording/index.ts'
import { libraryWording } from '../../wording/library/index.ts'
import { effectivePeriod } from '../document-facts.tsx'

/** Document numbers, dates, and what kind of policy it is. */
export function PolicyFacts({ policy }: { readonly policy: PolicyReply }) {
  const { policy: words, parts } = libraryWording.value
  const { documentNumbers, issuers, publishedOn, level, kind, part } = policy
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{words.facts}</h2>
      <dl class="facts">
        <Fact name={words.numbers} values={documentNumbers} otherwise={words.numberNone} isChinese />
        <Fact name={words.issuers} values={issuers} isChinese />
        <Fact name={words.published} values={publishedOn === null ? [] : [formatDate(publishedOn, locale.value)]} />
        <Fact name={words.validity} values={[effectivePeriod(policy) ?? words.validityNone]} />
        <Fact name={words.level} values={[levelText(level)]} />
        <Fact name={words.kind} values={[kindText(kind)]} />
        <Fact name={words.part} values={part === null ? [] : [parts[part]]} />
      </dl>
    </section>
  )
}

interface FactProps {
  readonly name: string
  readonly values: readonly string[]
  /** What is said where nothing is known; without it the fact is left out. */
  readonly otherwise?: string
  readonly isChinese?: boolean
}

function Fact({ name, values, otherwise, isChinese = false }: FactProps) {
  const isKnown = values.length > 0
  if (!isKnown && otherwise === undefined) return null
  return (
    <div>
      <dt>{name}</dt>
      {isKnown ? (
        values.map((value) => (
          <dd key={value} lang={isChinese ? 'zh-CN' : undefined}>
            {value}
          </dd>
        ))
      ) : (
        <dd>{otherwise}</dd>
      )}
    </div>
  )
}
