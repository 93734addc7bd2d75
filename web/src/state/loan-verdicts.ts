import { useEffect, useState } from 'preact/hooks'
import type { LoanTable, Verdict } from '../contract.ts'
import { fetchAssessments } from '../server/server.ts'
import { locale } from './preferences.ts'
import { bareValue, profile } from './profile.ts'

/** What the company may have, by policy; `none` while nothing is known of it. */
export type LoanVerdicts = ReadonlyMap<string, Verdict> | 'none' | 'loading' | 'failed'

/** Judges every product for the company as the page knows it. */
export function useLoanVerdicts({ products, asOf }: LoanTable): LoanVerdicts {
  const [verdicts, setVerdicts] = useState<LoanVerdicts>('none')
  const facts = profile.value
  useEffect(() => {
    const known = Object.entries(facts).map(([key, fact]) => [key, bareValue(fact)] as const)
    if (known.length === 0) {
      setVerdicts('none')
      return
    }
    const controller = new AbortController()
    setVerdicts('loading')
    const policyIds = products.map(({ id }) => id)
    const request = { profile: Object.fromEntries(known), policyIds, asOf, locale: locale.peek() }
    fetchAssessments(request, controller.signal).then(
      ({ assessments }) => setVerdicts(new Map(assessments.map(({ policyId, verdict }) => [policyId, verdict]))),
      () => controller.signal.aborted || setVerdicts('failed'),
    )
    return () => controller.abort()
  }, [facts, products, asOf])
  return verdicts
}
