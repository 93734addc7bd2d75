import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { DocumentError } from './document-error.ts'
import { type HtmlElement, renderHtml } from './render-html.ts'

interface HtmlDocument {
  readonly body: HtmlElement | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

const unseen = [
  'nav,footer,script,style,noscript,template,iframe,object,embed,svg,form,input,button,select,textarea',
  '[hidden],[aria-hidden="true"]',
].join(',')

const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}/i

const deepest = 200

/** Pages of more elements are read whole; Readability would take seconds. */
const mostElements = 20_000

/** Text of a web page with its headings and tables, without navigation, scripts or hidden words. */
export function readHtml(fileName: string, html: string): { title: string; text: string } {
  try {
    const document = parseVisible(html)
    const named = document.querySelector('title')
    named?.remove()
    const whole = renderHtml(document.body)
    const heading = document.querySelector('h1')?.textContent ?? named?.textContent ?? ''
    const article = readArticle(html)
    // Readability is for long articles; of a short notice or a page of tables it may keep only a part.
    const isArticleUsable = article !== null && article.length >= Math.max(140, whole.length * 0.4)
    return { title: heading.replaceAll(/\s+/g, ' ').trim(), text: isArticleUsable ? article : whole }
  } catch (cause) {
    throw new DocumentError('corrupt', fileName, '网页结构无法解析', { cause })
  }
}

/** Text of HTML that comes from a converter and has no page around it. */
export function readHtmlFragment(html: string): { title: string; text: string } {
  const document = parseVisible(html)
  return { title: document.querySelector('h1')?.textContent.trim() ?? '', text: renderHtml(document.body) }
}

/** The page without what nobody sees. Its own frame is replaced, for linkedom reads nothing where it is incomplete. */
function parseVisible(html: string): HtmlDocument {
  const content = html.replaceAll(/<!doctype[^<>]{0,300}>|<\/?(?:html|head|body)(?:\s[^<>]{0,500})?>/gi, '')
  checkTags(content)
  const { document }: { document: HtmlDocument } = parseHTML(`<html><head></head><body>${content}</body></html>`)
  for (const element of [...document.querySelectorAll(unseen)]) element.remove()
  for (const element of [...document.querySelectorAll('[style]')]) {
    if (hidingStyle.test((element.getAttribute('style') ?? '').slice(0, 2000))) element.remove()
  }
  checkDepth(document.body)
  return document
}

/** Rendering is recursive, and Readability slow on deep nesting, which no page written for people has. */
function checkDepth(root: HtmlElement | null): void {
  let level: readonly HtmlElement[] = root ? [root] : []
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new Error(`elements nested more than ${deepest} deep`)
    level = level.flatMap((element) => [...element.children])
  }
}

/** The parser itself takes seconds for a hundred thousand open elements, so a hostile page is refused before it. */
function checkTags(html: string): void {
  let open = 0
  for (const match of html.matchAll(/<(\/?)(?:div|span|section|table|ul|ol|blockquote)\b/gi)) {
    open += match[1] === '' ? 1 : -1
    if (open > deepest * 10) throw new Error(`more than ${deepest * 10} open elements`)
  }
}

function readArticle(html: string): string | null {
  // Readability takes the page apart, so it works on a copy; its parameter is the DOM type, which linkedom implements.
  const document = parseVisible(html)
  if ([...document.querySelectorAll('*')].length > mostElements) return null
  const article = new Readability(document as never).parse()
  return article?.content ? renderHtml(parseVisible(article.content).body) : null
}
