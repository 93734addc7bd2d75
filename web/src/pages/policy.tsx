import type { PolicyReply } from '../contract.ts'
import { Link } from '../parts/frame/link.tsx'
import { PageHeading } from '../parts/frame/page-heading.tsx'
import { PolicyView } from '../parts/policy/policy-view.tsx'
import { type Fetched, useFetched } from '../state/fetched.ts'
import { policies } from '../state/policy-page.ts'
import { fill, titleOf } from '../wording/index.ts'
import { libraryWording } from '../wording/library/index.ts'
import '../styles/library.css'
import '../styles/policy.css'
import type { PageProps } from './pages.ts'

/** One policy in plain language; its heading is there from the beginning and keeps the focus. */
export default function PolicyPage({ id }: PageProps) {
  const reply = useFetched(policies, id)
  return (
    <main class="main plain-page policy" id="main" aria-busy={reply.status === 'loading'}>
      <p class="policy-back">
        <Link to="/policies">{libraryWording.value.policy.library}</Link>
      </p>
      <PageHeading title={headingOf(reply)} />
      {reply.status === 'ready' && <PolicyView policy={reply.value} />}
      {reply.status === 'failed' && (reply.problem.kind === 'gone' ? <NotFound id={id} /> : <Failed id={id} />)}
    </main>
  )
}

function headingOf(reply: Fetched<PolicyReply>): string {
  const { policy, title } = libraryWording.value
  switch (reply.status) {
    case 'loading':
      return policy.loading
    case 'failed':
      return reply.problem.kind === 'gone' ? policy.notFound : title
    case 'ready':
      return titleOf(reply.value)
  }
}

function NotFound({ id }: PageProps) {
  const { notFoundText, toLibrary } = libraryWording.value.policy
  return (
    <>
      <p>{fill(notFoundText, { id })}</p>
      <p>
        <Link to="/policies">{toLibrary}</Link>
      </p>
    </>
  )
}

function Failed({ id }: PageProps) {
  const { failed, retry } = libraryWording.value.policy
  return (
    <>
      <p role="alert">{failed}</p>
      <button type="button" class="primary" onClick={() => void policies.load(id)}>
        {retry}
      </button>
    </>
  )
}
