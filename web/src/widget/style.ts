import answer from '../styles/answer.css?inline'
import base from '../styles/base.css?inline'
import drawer from '../styles/drawer.css?inline'
import page from '../styles/page.css?inline'
import tokens from '../styles/tokens.css?inline'
import verdicts from '../styles/verdicts.css?inline'
import widget from './widget.css?inline'

/** Nothing of the other site's styles passes the host; `important` inside a shadow root outranks even theirs. */
const isolation = ':host { all: initial !important; }'

/** Gives a shadow root in the document the styles of the page, in which `.widget` stands for the page. */
export function adoptStyles(root: ShadowRoot): void {
  const write = createSheet(root)
  write(isolation)
  const mediumPx = Number.parseFloat(getComputedStyle(root.host).fontSize)
  write(isolation + styleText(mediumPx))
}

function createSheet(root: ShadowRoot): (text: string) => void {
  try {
    // A content security policy that forbids inline styles allows these.
    const sheet = new CSSStyleSheet()
    root.adoptedStyleSheets = [sheet]
    return (text) => sheet.replaceSync(text)
  } catch {
    // Safari before 16.4 cannot construct style sheets.
    const element = document.createElement('style')
    root.append(element)
    return (text) => {
      element.textContent = text
    }
  }
}

/** `rem` would follow the root element of the other site; the page's follows the reader's own text size. */
function styleText(remPx: number): string {
  return [tokens, base, page, answer, verdicts, drawer, widget]
    .join('\n')
    .replaceAll(':root', '.widget')
    .replace(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * remPx}px`)
}
