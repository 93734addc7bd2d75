import type { Locale } from '../../answering/index.ts'
import { type Html, html } from './html.ts'
import { plainWords } from './words.ts'

export interface PlainPage {
  readonly locale: Locale
  /** What stands in the box. */
  readonly question?: string
  /** Continued by the box. */
  readonly conversationId?: string
  /** Why there is no answer. */
  readonly problem?: string
  readonly answer?: Html
}

/** A whole page that needs no script: the answer or the problem, and the box for the next question. */
export function plainPage({ locale, question = '', conversationId, problem, answer }: PlainPage): string {
  const words = plainWords[locale]
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${problem === undefined ? '' : `${words.wrong} · `}${words.title}</title>
<link rel="icon" href="./icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="./plain.css">
</head>
<body>
<header><a href="./plain?lang=${locale}">${words.title}</a> <span>${words.plain}</span>
<a href="./plain?lang=${other}" lang="${other}">${words.other}</a></header>
<main>
<h1>${answer === undefined ? words.label : words.answer}</h1>
${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
${answer ?? null}
${askForm(words, question, locale, conversationId)}
</main>
</body>
</html>
`
  return page.markup
}

function askForm(words: (typeof plainWords)[Locale], question: string, locale: Locale, id?: string): Html {
  return html`<form class="ask" method="post" action="./plain">
${hiddenFields(locale, id)}
<label for="message">${id === undefined ? words.label : words.askNext}</label>
<p id="hint">${words.hint}</p>
<textarea id="message" name="message" rows="3" required aria-describedby="hint">
${question}</textarea>
<button type="submit" class="primary">${words.ask}</button>
${id !== undefined && html`<a href="./plain?lang=${locale}">${words.askAnew}</a>`}
</form>`
}

/** What carries a conversation on from page to page. */
export function hiddenFields(locale: Locale, conversationId: string | undefined): Html {
  return html`<input type="hidden" name="locale" value="${locale}">
${conversationId !== undefined && html`<input type="hidden" name="conversationId" value="${conversationId}">`}`
}
