import { fetchPolicyDates } from '../server/server.ts'
import { createFetched } from './fetched.ts'

/** What is new, closing or opening soon; there is one list, its key is empty. */
export const policyDates = createFetched(() => fetchPolicyDates())
