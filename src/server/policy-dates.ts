import { dayAfter, type IsoDate, isApplicable, isWithin, type Policy, standingOf } from '../policy/index.ts'
import type { PolicyDates, WindowDates } from './api.ts'

/** How far ahead a date is still soon, how far back a policy is still new, and how many are named. */
const soonDays = 60
const newDays = 365
const shown = 5

/** What is new among the policies that apply on a day, and which of their periods end or begin soon. */
export function policyDates(policies: readonly Policy[], asOf: IsoDate): PolicyDates {
  const applicable = policies.filter((policy) => isApplicable(standingOf(policy, asOf)))
  const windows = applicable.flatMap(windowsOf)
  const soon = dayAfter(asOf, soonDays)
  const closing = windows.filter((window) => isWithin(window, asOf) && window.until !== null && window.until <= soon)
  const opening = windows.filter(({ from }) => from !== null && asOf < from && from <= soon)
  return {
    asOf,
    days: soonDays,
    newest: newestOf(applicable, asOf),
    closing: closing.toSorted((one, other) => compare(one.until, other.until)),
    opening: opening.toSorted((one, other) => compare(one.from, other.from)),
  }
}

function newestOf(policies: readonly Policy[], asOf: IsoDate): PolicyDates['newest'] {
  const since = dayAfter(asOf, -newDays)
  return policies
    .flatMap(({ id, title, titleEn, publishedOn }) =>
      publishedOn === null || publishedOn < since ? [] : { policyId: id, title, titleEn, publishedOn },
    )
    .toSorted((one, other) => compare(other.publishedOn, one.publishedOn))
    .slice(0, shown)
}

function windowsOf({ id, title, titleEn, windows }: Policy): WindowDates[] {
  return windows.map(({ name, from, until }) => ({ policyId: id, title, titleEn, name, from, until }))
}

function compare(one: string | null, other: string | null): number {
  return (one ?? '').localeCompare(other ?? '')
}
