import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { closePanel } from '../state/panels.ts'
import { wording } from '../wording/index.ts'
import { Sheet } from './sheet.tsx'

/** A panel that is loaded when it is first opened: most readers never need it. */
export function lazily<Props>(load: () => Promise<{ readonly default: ComponentType<Props> }>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  return function LazyPanel(props: Props) {
    const [Panel, setPanel] = useState<ComponentType<Props> | null>(() => loaded)
    const [hasFailed, setHasFailed] = useState(false)
    useEffect(() => {
      load().then(
        (module) => {
          loaded = module.default
          setPanel(() => module.default)
        },
        () => setHasFailed(true),
      )
    }, [])
    if (hasFailed) return <LoadFailure />
    // holds: `Panel` takes what this component was given
    return Panel === null ? null : <Panel {...(props as Props & preact.Attributes)} />
  }
}

const titleId = 'load-failure-title'

function LoadFailure() {
  const { title, text, close } = wording.value.pages.failed
  return (
    <Sheet
      titleId={titleId}
      head={<h2 id={titleId}>{title}</h2>}
      closeLabel={close}
      bodyLabel={title}
      onClose={closePanel}
    >
      <p role="alert">{text}</p>
    </Sheet>
  )
}
