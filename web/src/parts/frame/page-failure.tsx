import { wording } from '../../wording/index.ts'
import { PageHeading } from './page-heading.tsx'

/** In place of a page that could not be loaded. */
export function PageFailure() {
  const { failed } = wording.value.pages
  return (
    <main class="main plain-page" id="main">
      <PageHeading title={failed.title} />
      <p role="alert">{failed.text}</p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {failed.reload}
      </button>
    </main>
  )
}
