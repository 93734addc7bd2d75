import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Language, language } from '../state/preferences.ts'
import { chooseLanguage } from '../wording/choose-language.ts'
import { wording } from '../wording/index.ts'

type Name = 'script' | 'language'

const hasFailed = signal(false)

/** Other characters draw the page anew: the focus then goes back to the button that was pressed. */
let pressed: Name | null = null

/** From Chinese to English and back, and between the two ways to write Chinese. */
export function LanguageButtons() {
  const { header } = wording.value
  const current = language.value
  const isSimplified = current === 'zh-CN'
  return (
    <>
      {current !== 'en' && (
        <LanguageButton
          name="script"
          to={isSimplified ? 'zh-Hant' : 'zh-CN'}
          sign={isSimplified ? header.script : header.simplified}
          label={isSimplified ? header.scriptLabel : header.simplifiedLabel}
        />
      )}
      <LanguageButton
        name="language"
        to={current === 'en' ? 'zh-CN' : 'en'}
        sign={header.language}
        label={header.languageLabel}
      />
      <span class={hasFailed.value ? 'header-problem' : 'visually-hidden'} role="status">
        {hasFailed.value && header.languageFailed}
      </span>
    </>
  )
}

interface Props {
  readonly name: Name
  readonly to: Language
  readonly sign: string
  readonly label: string
}

function LanguageButton({ name, to, sign, label }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (pressed === name) button.current?.focus({ preventScroll: true })
  }, [name])
  const choose = async () => {
    pressed = name
    hasFailed.value = !(await chooseLanguage(to))
  }
  return (
    <button ref={button} type="button" class="quiet" lang={to} onClick={choose}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{label}</span>
    </button>
  )
}
