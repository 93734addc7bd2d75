import {
  type Assessor,
  createAssessor,
  createIndustries,
  type FactCatalogue,
  type Industries,
  matchablePolicies,
  type PreparedPolicy,
} from '../../eligibility/index.ts'
import type { Notions, Policy } from '../../policy/index.ts'
import {
  createFirmReader,
  FirmListError,
  type FirmReader,
  type MatchRequest,
  matchForm,
  type PlaceWords,
} from '../../reading/index.ts'
import { loadFactCatalogue, loadIndustries, loadNotions, loadPolicies, loadReadingWords } from '../corpus-files.ts'

/** What lists are matched by. */
export interface MatchData {
  readonly policies: readonly Policy[]
  readonly catalogue: FactCatalogue
  readonly notions: Notions
  readonly industryData: Industries
  readonly places: PlaceWords
}

export async function loadMatchData(corpusFolder: string, policies?: readonly Policy[]): Promise<MatchData> {
  const [read, catalogue, notions, industryData, { places }] = await Promise.all([
    policies ?? loadPolicies(corpusFolder),
    loadFactCatalogue(corpusFolder),
    loadNotions(corpusFolder),
    loadIndustries(corpusFolder),
    loadReadingWords(corpusFolder),
  ])
  return { policies: read, catalogue, notions, industryData, places }
}

export interface Matcher {
  readonly data: MatchData
  readonly assessor: Assessor
  readonly reader: FirmReader
  /** The policies of a request; throws a `FirmListError` for one that is unknown. */
  policiesOf(request: Pick<MatchRequest, 'policy' | 'asOf'>): PreparedPolicy[]
}

export function createMatcher(data: MatchData): Matcher {
  const { policies, catalogue, notions, industryData } = data
  const assessor = createAssessor({ policies, catalogue, notions, industries: createIndustries(industryData) })
  return {
    data,
    assessor,
    reader: createFirmReader(data),
    policiesOf({ policy: name, asOf }) {
      if (name === null) return matchablePolicies(assessor, asOf)
      const policy = findPolicy(name, policies)
      const prepared = assessor.preparedPolicies(asOf).get(policy.id)
      if (!prepared?.rule) throw new FirmListError('match-policy-without-rule', { policy: policy.title })
      return [prepared]
    },
  }
}

/** By id, title or alias; else the only one that is called so in part. */
export function findPolicy(name: string, policies: readonly Policy[]): Policy {
  const form = matchForm(name)
  const namesOf = ({ id, title, titleEn, aliases }: Policy) => [id, title, titleEn, ...aliases].map(matchForm)
  const exact = policies.find((policy) => policy.id === name || namesOf(policy).includes(form))
  if (exact) return exact
  const partly = form === '' ? [] : policies.filter((policy) => namesOf(policy).some((one) => one.includes(form)))
  const [only, ...others] = partly
  if (only && others.length === 0) return only
  const listed = partly.slice(0, 5).map(({ id, title }) => `${title}（${id}）`)
  const policy = name.slice(0, 100)
  if (listed.length > 0) throw new FirmListError('match-policy-ambiguous', { policy, near: listed.join('、') })
  throw new FirmListError('match-policy-unknown', { policy })
}
