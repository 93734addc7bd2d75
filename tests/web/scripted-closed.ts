import type { Assessment } from '../../src/eligibility/index.ts'
import { assessment, benefit, clause, condition, review } from './finding-builders.ts'

const expensing = 'equipment-expensing'
const highTechLoan = 'high-tech-enterprise-loan'

/** Meets every condition, but its only window has closed; what it gives lowers the taxed income, not the tax. */
export const closed: Assessment = assessment(expensing, '设备、器具一次性税前扣除', 'national', 'tax', {
  verdict: 'eligible',
  findings: [
    condition('met', '设备、器具单位价值：须不超过500万元，现为300万元', clause(expensing, 'unit-price', 4), {
      fact: 'equipmentUnitPrice',
    }),
  ],
  benefits: [
    benefit('tax-base-reduction', '一次性扣除', clause(expensing, 'one-off', 6, '给什么'), {
      amount: { min: 3_000_000, max: 3_000_000 },
    }),
    benefit('super-deduction', '另一档的加计扣除', clause(expensing, 'other-tier', 7, '给什么'), {
      outcome: 'unmet',
      amount: { min: 9_000_000, max: 9_000_000 },
    }),
  ],
  window: { state: 'closed', name: '2025年度', from: '2025-01-01', until: '2025-12-31' },
})

/** Nothing is known of its conditions, and whether it is carried out is not certain either. */
export const unpublished: Assessment = assessment(highTechLoan, '高企贷', 'municipal', 'loan', {
  verdict: 'undetermined',
  standing: 'unverified',
  findings: [
    { kind: 'standing', outcome: 'unknown', text: '政策现在是否仍在执行还没有核实', clause: null },
    review('高企贷的申请条件', clause(highTechLoan, 'unknown-conditions', 3)),
  ],
  openReviews: [{ anchor: 'unknown-conditions', text: '高企贷的申请条件' }],
})
