import dictionary from 'virtual:traditional-dictionary'
import { CustomConverter } from 'opencc-js/core'
import { Fragment, options } from 'preact'
import { shownText } from './shown-text.ts'

const toTraditional = CustomConverter(dictionary)

/** What a reader sees or hears of an element besides its children. */
const spoken = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description', 'label'] as const

let isOn = false

/** Shows everything that is drawn from now on in traditional characters, or no longer; values and data stay as they are. */
export function writeTraditional(isWanted: boolean): void {
  isOn = isWanted
  shownText.value = isWanted ? toTraditional : (text) => text
}

const before = options.vnode
options.vnode = (vnode) => {
  // Texts reach the page as children of elements and fragments; components only hand them on.
  if (isOn && (typeof vnode.type === 'string' || vnode.type === Fragment)) convert(vnode)
  before?.(vnode)
}

function convert({ props }: { readonly props: Record<string, unknown> }): void {
  props.children = converted(props.children)
  for (const name of spoken) if (typeof props[name] === 'string') props[name] = toTraditional(props[name])
  if (props.lang === 'zh-CN') props.lang = 'zh-Hant'
}

function converted(child: unknown): unknown {
  if (typeof child === 'string') return toTraditional(child)
  return Array.isArray(child) ? child.map(converted) : child
}
