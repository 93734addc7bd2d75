import type { PolicyDates } from '../../contract.ts'
import { useFetched } from '../../state/fetched.ts'
import { policyDates } from '../../state/policy-dates.ts'
import { locale } from '../../state/preferences.ts'
import { fill, formatDate, titleOf, wording } from '../../wording/index.ts'
import { Link } from '../frame/link.tsx'

interface Dated {
  readonly policyId: string
  readonly title: string
  readonly titleEn: string
  /** Of the period, in the policy's own words. */
  readonly name?: string
  readonly when: string
}

/** What closes, opens or is new, by the dates of the policies themselves. */
export function ComingDates() {
  const words = wording.value.home.dates
  const reply = useFetched(policyDates, '')
  if (reply.status === 'loading') return <p class="dates-note dates-wait">{words.loading}</p>
  if (reply.status === 'failed')
    return (
      <p class="dates-note">
        {words.failed}{' '}
        <button type="button" class="text-button" onClick={() => policyDates.load('')}>
          {words.retry}
        </button>
      </p>
    )
  return <Lists dates={reply.value} />
}

function Lists({ dates: { asOf, days, closing, opening, newest } }: { readonly dates: PolicyDates }) {
  const words = wording.value.home.dates
  const on = (text: string, date: string | null) => fill(text, { date: formatDate(date ?? '', locale.value) })
  return (
    <>
      <DateList
        title={words.closing}
        none={fill(words.closingNone, { days })}
        entries={closing.map((each) => ({ ...each, when: on(words.until, each.until) }))}
      />
      <DateList
        title={words.opening}
        none={fill(words.openingNone, { days })}
        entries={opening.map((each) => ({ ...each, when: on(words.from, each.from) }))}
      />
      <DateList
        title={words.newest}
        none={words.newestNone}
        entries={newest.map((each) => ({ ...each, when: on(words.published, each.publishedOn) }))}
      />
      <p class="dates-note">{on(words.asOf, asOf)}</p>
    </>
  )
}

interface ListProps {
  readonly title: string
  readonly none: string
  readonly entries: readonly Dated[]
}

function DateList({ title, none, entries }: ListProps) {
  return (
    <section>
      <h2>{title}</h2>
      {entries.length === 0 && <p class="dates-note">{none}</p>}
      <ul class="dates">
        {entries.map((entry) => (
          <li key={`${entry.title} ${entry.name}`}>
            <PolicyName {...entry} />
            <span>
              {entry.name !== undefined && <span lang="zh-CN">{entry.name} · </span>}
              {entry.when}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PolicyName({ policyId, ...titles }: Dated) {
  return <Link to={`/policies/${policyId}`}>{titleOf(titles)}</Link>
}
