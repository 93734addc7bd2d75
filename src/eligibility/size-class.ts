import { z } from 'zod'

/** Of the Chinese SME size standard (工信部联企业〔2011〕300号). */
export const SizeClass = z.enum(['large', 'medium', 'small', 'micro'])
export type SizeClass = z.infer<typeof SizeClass>

export const measures = ['employees', 'revenue', 'assets'] as const
export type Measure = (typeof measures)[number]

/** From `upper` on large, from `medium` on medium, from `small` on small, each included. People, or yuan. */
export interface SizeLimits {
  readonly upper: number
  readonly medium: number
  readonly small: number
}

/** One of the 16 classes of industries: the measures it looks at and their limits. */
export interface SizeClassDefinition extends Readonly<Partial<Record<Measure, SizeLimits | undefined>>> {
  readonly key: string
  readonly name: string
  readonly nameEn: string
  /** Anchor in the standard. */
  readonly clause: string
}

export interface MeasureRange {
  readonly low: number
  readonly high: number
  readonly highOpen: boolean
}

/**
 * The classes a firm may be in. 工信部联企业〔2011〕300号: a class is reached when all of its industry's measures reach
 * the lower limit; any measure below the limit of small means micro.
 */
export function possibleSizeClasses(
  definition: SizeClassDefinition,
  ranges: Readonly<Record<Measure, MeasureRange>>,
): SizeClass[] {
  const used = measures.filter((measure) => definition[measure])
  const reach = (level: keyof SizeLimits) => {
    const limits = used.map((measure) => ({ ...ranges[measure], limit: definition[measure]?.[level] ?? 0 }))
    return {
      may: limits.every(({ high, highOpen, limit }) => (highOpen ? high > limit : high >= limit)),
      must: limits.every(({ low, limit }) => low >= limit),
    }
  }
  const [large, medium, small] = [reach('upper'), reach('medium'), reach('small')]
  return SizeClass.options.filter((name) => {
    if (name === 'large') return large.may
    if (name === 'medium') return !large.must && medium.may
    if (name === 'small') return !large.must && !medium.must && small.may
    return !small.must
  })
}

/** The measures whose value could still move the class. */
export function openMeasures(
  definition: SizeClassDefinition,
  ranges: Readonly<Record<Measure, MeasureRange>>,
): Measure[] {
  return measures.filter((measure) => {
    const limits = definition[measure]
    const { low, high, highOpen } = ranges[measure]
    return (
      limits && Object.values(limits).some((limit: number) => low < limit && (highOpen ? high > limit : high >= limit))
    )
  })
}
