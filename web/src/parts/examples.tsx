import { ask } from '../state/conversation.ts'
import { languageOf } from '../wording/index.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly examples: readonly { readonly question: string; readonly gloss: string }[]
}

/** Questions to begin with, each asked by a tap. */
export function Examples({ examples }: Props) {
  return (
    <ul class="examples">
      {examples.map(({ question, gloss }) => (
        <li key={question}>
          <button type="button" class="example" onClick={() => ask(question)}>
            <span>
              {gloss !== '' && <span class="gloss">{gloss}</span>}
              <span lang={languageOf(question)}>{question}</span>
            </span>
            <Icon name="arrow" />
          </button>
        </li>
      ))}
    </ul>
  )
}
