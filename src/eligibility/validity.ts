import type { IsoDate, Policy } from '../policy/index.ts'

/** The first day on which a policy can apply; null where nothing delays it. A year or a month stands for its first day. */
export function firstDayOf({ effectiveFrom, publishedOn }: Policy): IsoDate | null {
  const published = publishedOn && publishedOn + '-01-01'.slice(publishedOn.length - 4)
  return (
    [effectiveFrom, published]
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? null
  )
}
