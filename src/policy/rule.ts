import { z } from 'zod'
import { IsoDate } from './dates.ts'
import { Localized } from './locale.ts'

/** Anchor of a clause of the same policy, or `policyId#anchor` of another one. */
const ClauseRef = z
  .string()
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*#)?[a-z0-9]+(-[a-z0-9]+)*$/, 'must be anchor or policyId#anchor')

const Bound = z.union([z.number(), IsoDate])

/** What a value must be: equal to `is`, one of `in`, or within the bounds. `above` and `below` exclude the bound itself. */
export const requirement = {
  is: z.union([z.boolean(), z.string()]).optional(),
  in: z.array(z.string()).min(1).optional(),
  atLeast: Bound.optional(),
  above: Bound.optional(),
  atMost: Bound.optional(),
  below: Bound.optional(),
}

/** One requirement on a fact, and the clause that states it. */
const FactCondition = z.strictObject({ fact: z.string(), ...requirement, clause: ClauseRef })

/** A requirement on something computed from facts, such as a score. `basis`: clauses that state its further figures. */
const ExpressionCondition = z.strictObject({
  expression: z.string(),
  label: Localized,
  /** Of the value, as for facts; points where absent. */
  unit: z.enum(['yuan', 'ratio', 'people', 'count', 'months', 'years', 'points']).optional(),
  ...requirement,
  clause: ClauseRef,
  basis: z.array(ClauseRef).optional(),
})

/** A judgement that only people can make, or a condition whose text is not known; it always stays open. */
const Review = z.strictObject({ review: Localized, clause: ClauseRef })

/** A condition that several policies share, defined once in `corpus/notions.yaml`. */
const NotionUse = z.strictObject({ notion: z.string(), clause: ClauseRef })

export type Rule =
  | z.infer<typeof FactCondition>
  | z.infer<typeof ExpressionCondition>
  | z.infer<typeof Review>
  | z.infer<typeof NotionUse>
  | { readonly all: readonly Rule[]; readonly label?: Localized | undefined }
  | { readonly any: readonly Rule[]; readonly label?: Localized | undefined }
  | { readonly not: Rule; readonly label?: Localized | undefined }

const group = { label: Localized.optional() }

/** The shape of a node, told by the key it has. */
const shapes: Readonly<Record<string, z.ZodType>> = {
  fact: FactCondition,
  expression: ExpressionCondition,
  review: Review,
  notion: NotionUse,
  all: z.strictObject({ all: z.lazy(() => z.array(Rule).min(1)), ...group }),
  any: z.strictObject({ any: z.lazy(() => z.array(Rule).min(1)), ...group }),
  not: z.strictObject({ not: z.lazy(() => Rule), ...group }),
}

/**
 * A tree of conditions; `label` names an alternative, such as 「企业」 or 「个人」. Checked by hand so that a fault is
 * reported where it stands and not as "matches none of seven shapes".
 */
export const Rule: z.ZodType<Rule> = z.looseObject({}).superRefine((node, context) => {
  const [kind, ...others] = Object.keys(shapes).filter((key) => key in node)
  const shape = kind === undefined ? undefined : shapes[kind]
  if (!shape || others.length > 0) {
    const found = Object.keys(node).join(', ') || 'nothing'
    context.addIssue({
      code: 'custom',
      message: `a rule node has exactly one of ${Object.keys(shapes).join(', ')}; found ${found}`,
    })
    return
  }
  const parsed = shape.safeParse(node)
  for (const issue of parsed.error?.issues ?? []) context.addIssue({ ...issue })
}) as unknown as z.ZodType<Rule> // holds: every shape of `Rule` is checked above

/** Conditions shared by policies, by name; every clause names its policy. The data is `corpus/notions.yaml`. */
export const Notions = z.record(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  z.strictObject({ label: Localized, rule: Rule }),
)
export type Notions = z.infer<typeof Notions>
