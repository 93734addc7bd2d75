import { locale, theme } from '../state/preferences.ts'
import { wording } from '../wording/index.ts'
import { Panel } from './panel.tsx'
import { isOpen, openPanel } from './panel-state.ts'
import { Quote } from './quote.tsx'
import { Seal } from './seal.tsx'
import type { WidgetSettings } from './settings.ts'

interface Props {
  readonly settings: WidgetSettings
  readonly root: ShadowRoot
  /** Why this site gets no answers, for whoever builds it. */
  readonly refusal: string | null
}

/** All that stands on the page of the other site. */
export function Widget({ settings, root, refusal }: Props) {
  const { side, hasLauncher } = settings
  return (
    <div class={`widget on-the-${side}`} lang={locale.value} data-theme={theme.value}>
      {refusal !== null && (
        <p class="refusal" role="note">
          {refusal}
        </p>
      )}
      {refusal === null && hasLauncher && <Launcher root={root} />}
      {refusal === null && isOpen.value && <Panel settings={settings} />}
      <Quote />
    </div>
  )
}

function Launcher({ root }: Pick<Props, 'root'>) {
  return (
    <button
      type="button"
      class="launcher"
      aria-haspopup="dialog"
      aria-expanded={isOpen.value}
      onClick={() => openPanel(root)}
    >
      <Seal />
      {wording.value.widget.open}
    </button>
  )
}
