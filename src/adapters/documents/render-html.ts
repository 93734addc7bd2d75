import { renderTable } from './render-table.ts'

/** The little of the DOM that is read here. */
export interface HtmlNode {
  readonly nodeType: number
  readonly textContent: string
  readonly childNodes: Iterable<HtmlNode>
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string
  readonly children: Iterable<HtmlElement>
  getAttribute(name: string): string | null
  querySelector(selector: string): HtmlElement | null
  remove(): void
}

const blocks = new Set(
  'address article td th tr caption aside blockquote body center dd div dl dt figcaption figure footer header hr li main nav ol p pre section table ul'.split(
    ' ',
  ),
)

/** Plain text with Markdown headings, list numbers and table rows; one block per line. */
export function renderHtml(root: HtmlElement | null): string {
  if (!root) return ''
  const parts: string[] = []
  for (const child of root.childNodes) render(child, parts)
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line, index, lines) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim()
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1
}

function render(node: HtmlNode, parts: string[]): void {
  if (node.nodeType === 3) parts.push(node.textContent.replaceAll(/[ \t\r\n]+/g, ' '))
  if (!isElement(node)) return
  const heading = /^h([1-6])$/.exec(node.localName)
  if (heading) parts.push(`\n\n${'#'.repeat(Number(heading[1]))} ${flatten(node)}\n\n`)
  else if (node.localName === 'br') parts.push('\n')
  else if (node.localName === 'table') renderTableBlock(node, parts)
  else renderChildren(node, parts)
}

function renderChildren(element: HtmlElement, parts: string[]): void {
  const isBlock = blocks.has(element.localName)
  if (isBlock) parts.push('\n')
  let number = Number(element.getAttribute('start') ?? 1)
  for (const child of element.childNodes) {
    const isItem = element.localName === 'ol' && isElement(child) && child.localName === 'li'
    if (isItem) parts.push(`\n${number++}. ${renderHtml(child)}\n`)
    else render(child, parts)
  }
  if (isBlock) parts.push('\n')
}

/** A table that only lays out the page is read cell by cell. */
function renderTableBlock(table: HtmlElement, parts: string[]): void {
  const isLayout = table.querySelector('table, h1, h2, h3') !== null
  const rendered = isLayout ? null : renderTable(table)
  if (rendered === null) {
    for (const child of table.childNodes) render(child, parts)
    parts.push('\n')
  } else parts.push(`\n\n${rendered}\n\n`)
}

export function flatten(node: HtmlNode): string {
  return node.textContent.replaceAll(/[\s　]+/g, ' ').trim()
}
