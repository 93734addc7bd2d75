import { PageHeading } from '../parts/frame/page-heading.tsx'
import { AskForm } from '../parts/home/ask-form.tsx'
import { ComingDates } from '../parts/home/coming-dates.tsx'
import { FrameworkMap } from '../parts/home/framework-map.tsx'
import { Needs } from '../parts/home/needs.tsx'
import { SavedLink } from '../parts/saved/saved-link.tsx'
import { wording } from '../wording/index.ts'
import '../styles/home.css'

/** What the website is for, one question to ask, and ways in for those who have none. */
export default function HomePage() {
  const { welcome, navigation, composer } = wording.value
  return (
    <main class="main home" id="main">
      <PageHeading title={welcome.purpose} tab={navigation.home} class="purpose" />
      <AskForm />
      <SavedLink />
      <Needs />
      <FrameworkMap />
      <ComingDates />
      <p class="caution">{composer.caution}</p>
    </main>
  )
}
