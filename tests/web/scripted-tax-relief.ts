import type { Assessment } from '../../src/eligibility/index.ts'
import { assessment, benefit, clause, condition, group } from './finding-builders.ts'

const small = 'small-low-profit-enterprise'

/** Without the taxable income the tax relief stays open; with it, it is decided. */
export function taxRelief(taxableIncome: number | undefined): Assessment {
  const isKnown = taxableIncome !== undefined
  return assessment(small, '小型微利企业企业所得税优惠（实际税负5%）', 'national', 'tax', {
    verdict: isKnown ? 'eligible' : 'undetermined',
    missingFacts: isKnown ? [] : ['taxableIncome'],
    findings: [
      group(
        'all',
        isKnown ? 'met' : 'unknown',
        '下列条件须全部满足',
        condition('met', '从业人数：须不超过300人，现为42人', clause(small, 'employees', 6), {
          fact: 'employees',
          actual: { value: 42 },
        }),
        condition(isKnown ? 'met' : 'unknown', '年应纳税所得额：须不超过300万元', clause(small, 'taxable-income', 5), {
          fact: 'taxableIncome',
        }),
      ),
    ],
    benefits: [
      benefit('tax-rate', '企业所得税实际税负', clause(small, 'effective-rate', 8, '给什么'), {
        rate: 0.05,
        amount: isKnown ? { min: taxableIncome * 0.2, max: taxableIncome * 0.2 } : null,
        steps: isKnown ? ['按25%的一般税率', `少交 ${taxableIncome} × (25% − 5%)`] : [],
        missingFacts: isKnown ? [] : ['taxableIncome'],
      }),
    ],
  })
}
