import { render } from 'preact'
import { followTheme, language } from '../state/preferences.ts'
import english from '../wording/en.json'
import { wording } from '../wording/index.ts'
import { addWording } from '../wording/wording.ts'
import { closePanel, openPanel } from './panel-state.ts'
import { readSettings, type WidgetSettings } from './settings.ts'
import { adoptStyles } from './style.ts'
import { enterAsVisitor } from './visitor.ts'
import { Widget } from './widget.tsx'

/** What the page of the other site can do. */
export interface PolicyNavigator {
  readonly open: (question?: string) => void
  readonly close: () => void
}

declare global {
  interface Window {
    PolicyNavigator?: PolicyNavigator
  }
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) start(readSettings(script))

function start(settings: WidgetSettings): void {
  addWording('en', english)
  language.value = settings.locale
  if (window.PolicyNavigator !== undefined) {
    console.warn(wording.value.widget.twice)
    return
  }
  followTheme(() => settings.theme)
  const host = document.createElement('policy-navigator')
  const root = host.attachShadow({ mode: 'open' })
  const access = enterAsVisitor(settings)
  window.PolicyNavigator = { open: (question) => openPanel(root, question), close: closePanel }
  keepKeysInside(root)
  whenBodyIsThere(async () => {
    document.body.append(host)
    adoptStyles(root)
    const refusal = (await access) === 'refused' ? refusalText(settings) : null
    if (refusal !== null) console.error(refusal)
    render(<Widget settings={settings} root={root} refusal={refusal} />, root)
  })
}

function refusalText({ address }: WidgetSettings): string {
  const { refused } = wording.value.widget
  return refused.replace('{server}', address).replace('{origin}', location.origin)
}

/** What is typed here must not set off the shortcuts of the other site. */
function keepKeysInside(root: ShadowRoot): void {
  for (const kind of ['keydown', 'keypress', 'keyup']) root.addEventListener(kind, (event) => event.stopPropagation())
}

/** A script in the head runs before there is a body. */
function whenBodyIsThere(show: () => void): void {
  if (document.body !== null) show()
  else document.addEventListener('DOMContentLoaded', show, { once: true })
}
