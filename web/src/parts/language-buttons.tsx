import { signal } from '@preact/signals'
import { type Language, language } from '../state/preferences.ts'
import { chooseLanguage } from '../wording/choose-language.ts'
import { wording } from '../wording/index.ts'

const hasFailed = signal(false)

/** From Chinese to English and back, and between the two ways to write Chinese. */
export function LanguageButtons() {
  const { header } = wording.value
  const current = language.value
  const isSimplified = current === 'zh-CN'
  return (
    <>
      {current !== 'en' && (
        <LanguageButton
          to={isSimplified ? 'zh-Hant' : 'zh-CN'}
          sign={isSimplified ? header.script : header.simplified}
          label={isSimplified ? header.scriptLabel : header.simplifiedLabel}
        />
      )}
      <LanguageButton to={current === 'en' ? 'zh-CN' : 'en'} sign={header.language} label={header.languageLabel} />
      <span class={hasFailed.value ? 'header-problem' : 'visually-hidden'} role="status">
        {hasFailed.value && header.languageFailed}
      </span>
    </>
  )
}

interface Props {
  readonly to: Language
  readonly sign: string
  readonly label: string
}

function LanguageButton({ to, sign, label }: Props) {
  const choose = async () => {
    hasFailed.value = !(await chooseLanguage(to))
  }
  return (
    <button type="button" class="quiet" lang={to} onClick={choose}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{label}</span>
    </button>
  )
}
