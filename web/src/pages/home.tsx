import { Link } from '../parts/frame/link.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { wording } from '../wording/index.ts'

/** What the website is for, and the way to ask. */
export default function HomePage() {
  const { welcome, composer, navigation } = wording.value
  return (
    <main class="main plain-page" id="main">
      <PageHeading title={welcome.purpose} tab={navigation.home} />
      <p>
        <Link to="/chat">{composer.placeholder}</Link>
      </p>
    </main>
  )
}
