import type { Answer } from '../../answering/index.ts'
import { fill } from '../wording.ts'
import { type Html, html } from './html.ts'
import { hiddenFields } from './page.ts'
import { prose } from './prose.ts'
import { type PlainWords, plainWords } from './words.ts'

type Citation = Answer['citations'][number]

/** An answer as mark-up: sentences whose marks lead to the quotes below, verdicts, and what to say next. */
export function plainAnswer(question: string, answer: Answer): Html {
  const words = plainWords[answer.locale]
  return html`<p class="question"><b>${words.question}</b> ${question}</p>
${noticesOf(answer, 'before')}
${verdictsOf(answer, words)}
${headingsOf(answer).map(({ heading, sentences }) => [
  heading !== null && html`<h2>${heading}</h2>`,
  sentences.map((sentence) => statementOf(sentence, answer, words)),
])}
${noticesOf(answer, 'after')}
${nextOf(answer, words)}
${sourcesOf(answer, words)}`
}

type Sentence = Answer['sentences'][number]

function headingsOf({ sentences }: Answer): { heading: string | null; sentences: Sentence[] }[] {
  const runs: { heading: string | null; sentences: Sentence[] }[] = []
  for (const sentence of sentences) {
    const run = runs.at(-1)
    if (run?.heading === sentence.heading) run.sentences.push(sentence)
    else runs.push({ heading: sentence.heading, sentences: [sentence] })
  }
  return runs
}

function statementOf(
  { text, citations: ids, support }: Sentence,
  { citations, sentences }: Answer,
  words: PlainWords,
): Html {
  const marks = ids.flatMap((id) => citations.find((citation) => citation.id === id) ?? [])
  // The way back from a quote leads to the first sentence that rests on it.
  const isFirst = (id: string) => sentences.find((one) => one.citations.includes(id))?.text === text
  const after = marks.map(
    ({ id, title, status }) =>
      html`<a class="mark"${isFirst(id) && html` id="mark-${id}"`} href="#source-${id}" aria-label="${fill(words.mark, { id, title })}">[${id}]</a>${
        status !== 'in-force' && html`<span class="standing">${words.standings[status]}</span>`
      }`,
  )
  return prose(text, support === 'partial' ? [...after, html`<span class="standing">${words.partial}</span>`] : after)
}

function noticesOf({ notices }: Answer, place: 'before' | 'after'): Html[] {
  return notices.filter((notice) => notice.place === place).map(({ text }) => html`<p class="notice">${text}</p>`)
}

function verdictsOf({ verdicts }: Answer, words: PlainWords): Html | null {
  if (verdicts.length === 0) return null
  const groups = (['eligible', 'undetermined', 'ineligible'] as const).map((verdict) => ({
    verdict,
    titles: verdicts.filter((one) => one.verdict === verdict).map(({ title }) => title),
  }))
  return html`<h2>${words.verdicts}</h2>
${groups.map(
  ({ verdict, titles }) =>
    titles.length > 0 &&
    html`<details${verdict !== 'ineligible' && html` open`}>
<summary>${fill(words[verdict], { count: String(titles.length) })}</summary>
<ul lang="zh-CN">${titles.map((title) => html`<li>${title}</li>`)}</ul>
</details>`,
)}`
}

/** Answers to tap, each of which is sent as the next question. */
function nextOf(answer: Answer, words: PlainWords): Html[] {
  const { factQuestion, nextQuestion, suggestions } = answer
  const replies = factQuestion?.replies ?? []
  const followUps = suggestions.map((text) => ({ label: text, message: text }))
  return [
    ...(factQuestion === null && nextQuestion !== null ? [html`<p class="notice">${nextQuestion}</p>`] : []),
    ...(factQuestion === null
      ? []
      : [html`<h2>${words.fact}</h2><p>${factQuestion.text}</p>`, tapForm(replies, answer)]),
    ...(followUps.length === 0 ? [] : [html`<h2>${words.suggestions}</h2>`, tapForm(followUps, answer)]),
  ]
}

function tapForm(replies: readonly { label: string; message: string }[], { conversationId, locale }: Answer): Html {
  return html`<form class="taps" method="post" action="./plain">
${hiddenFields(locale, conversationId)}
${replies.map(({ label, message }) => html`<button name="message" value="${message}">${label}</button>`)}
</form>`
}

function sourcesOf({ citations, asOf, locale, notices }: Answer, words: PlainWords): Html {
  const isDated = notices.some(({ code }) => code === 'as-of')
  return html`${
    citations.length > 0 &&
    html`<h2>${words.sources}</h2>
<ol class="sources">${citations.map((citation) => sourceOf(citation, words))}</ol>`
  }${!isDated && html`<p class="as-of" lang="${locale}">${fill(words.asOf, { date: asOf })}</p>`}`
}

function sourceOf(citation: Citation, words: PlainWords): Html {
  const { id, title, documentNumber, clause, quote, status, publishedOn, effectiveFrom, effectiveUntil } = citation
  const facts = [
    words.standings[status],
    publishedOn && fill(words.published, { date: publishedOn }),
    effectiveFrom && fill(words.from, { date: effectiveFrom }),
    effectiveUntil && fill(words.until, { date: effectiveUntil }),
  ]
  return html`<li id="source-${id}">
<p lang="zh-CN"><a href="#mark-${id}" aria-label="${fill(words.back, { id })}">[${id}]</a> <b>${title}</b></p>
<p lang="zh-CN">${[documentNumber, clause].filter((part) => part !== null).join(' · ')}</p>
<p>${facts.filter(Boolean).join(' · ')}</p>
<blockquote lang="zh-CN">${prose(quote)}</blockquote>
<p>${fill(words.source, { title: citation.sourceTitle })} ${officialLink(citation, words)}</p>
</li>`
}

/** An address comes from the corpus, but only the web's own schemes may ever be followed. */
function officialLink({ sourceUrl }: Citation, words: PlainWords): Html | null {
  if (sourceUrl === null || !/^https?:/.test(sourceUrl)) return null
  return html`<a href="${sourceUrl}" rel="noopener noreferrer">${words.official}</a>`
}
