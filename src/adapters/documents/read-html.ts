import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { DocumentError } from './document-error.ts'
import { type HtmlElement, renderHtml } from './render-html.ts'

interface HtmlDocument {
  readonly body: HtmlElement | null
  readonly documentElement: HtmlElement | null
  readonly title: string
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

const unseen = [
  'script,style,noscript,template,iframe,object,embed,svg,form,input,button,select,textarea',
  '[hidden],[aria-hidden="true"]',
].join(',')

const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}/i

/** Text of a web page with its headings and tables, without navigation, scripts or hidden words. */
export function readHtml(fileName: string, html: string): { title: string; text: string } {
  try {
    const document = parseVisible(html)
    const whole = renderHtml(document.body)
    const heading = document.querySelector('h1')?.textContent ?? document.title
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

function parseVisible(html: string): HtmlDocument {
  const page = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  const { document }: { document: HtmlDocument } = parseHTML(page)
  for (const element of [...document.querySelectorAll(unseen)]) element.remove()
  for (const element of [...document.querySelectorAll('[style]')]) {
    if (hidingStyle.test(element.getAttribute('style') ?? '')) element.remove()
  }
  return document
}

function readArticle(html: string): string | null {
  // Readability takes the page apart, so it works on a copy; its parameter is the DOM type, which linkedom implements.
  const document = parseVisible(html)
  const article = new Readability(document as never).parse()
  return article?.content ? renderHtml(parseVisible(article.content).body) : null
}
