import type { PolicyDates } from '../../src/server/api.ts'

const equipment = {
  policyId: 'equipment-loan-interest-subsidy',
  title: '设备更新贷款财政贴息',
  titleEn: 'Interest subsidy on equipment renewal loans',
}

const hiring = {
  policyId: 'one-off-hiring-subsidy',
  title: '一次性扩岗补助（2026年）',
  titleEn: 'One-off subsidy for hiring (2026)',
}

/** What `GET /v1/policies/dates` tells. */
export const dates: PolicyDates = {
  asOf: '2026-11-23',
  days: 60,
  closing: [{ ...equipment, name: '2026年贷款发放期', from: '2026-01-01', until: '2026-12-31' }],
  opening: [],
  newest: [{ ...hiring, publishedOn: '2026-06-18' }],
}
