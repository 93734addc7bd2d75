import type { PolicyFile, Problem } from '../policy/index.ts'
import type { FactCatalogue } from './fact.ts'

/** What a qualification grants must be claims of the catalogue, so that rules can ask for them. */
export function checkGrants({ file, policy, lineOf }: PolicyFile, { facts }: FactCatalogue): Problem[] {
  return (policy.grants ?? [])
    .filter((key) => facts[key]?.type !== 'boolean')
    .map((key) => ({ file, line: lineOf(['grants']), message: `grants: "${key}" is no boolean of facts.yaml` }))
}
