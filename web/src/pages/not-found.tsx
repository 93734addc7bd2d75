import { Link } from '../parts/frame/link.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { wording } from '../wording/index.ts'

export default function NotFoundPage() {
  const { notFound } = wording.value.pages
  return (
    <main class="main plain-page" id="main">
      <PageHeading title={notFound.title} />
      <p>{notFound.text}</p>
      <p>
        <Link to="/">{notFound.home}</Link>
      </p>
    </main>
  )
}
