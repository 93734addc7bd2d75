/** Spans that a cut may not enter: numbers with their unit, titles, document numbers. */
const uncuttable = /《[^《》\n]{1,120}》|\d[\d.,，]*[%％‰]?|[A-Za-z]{2,40}|〔\d{4}〕\s?第?\d{1,5}号/g

/** Offsets within `text` at which to cut it, so that parts have at most `limit` characters where sentences allow. */
export function splitPoints(text: string, limit: number): number[] {
  const points: number[] = []
  let start = 0
  while (text.length - start > limit) {
    const remaining = text.length - start
    const point = start + findCut(text.slice(start, start + limit * 2), limit, remaining)
    if (point >= text.length) break
    points.push(point)
    start = point
  }
  return points
}

/** Cuts near the size that gives equal parts: at a sentence end, else at a lesser pause, else between words. */
function findCut(window: string, limit: number, remaining: number): number {
  const target = remaining / Math.ceil(remaining / limit)
  const forbidden = forbiddenOffsets(window)
  for (const pause of [/[。！？；;][”’」』）)]*/g, /[：:，、,\n][”’]?/g, /\s/g]) {
    const cuts = [...window.matchAll(pause)]
      .map((match) => match.index + match[0].length)
      .filter((cut) => cut >= limit / 8 && cut <= limit && !forbidden.has(cut))
    const best = cuts.sort((one, other) => Math.abs(one - target) - Math.abs(other - target))[0]
    if (best !== undefined) return best
  }
  let cut = limit
  while (cut > limit / 2 && forbidden.has(cut)) cut -= 1
  return forbidden.has(cut) ? limit + (isLowSurrogate(window, limit) ? 1 : 0) : cut
}

function forbiddenOffsets(window: string): Set<number> {
  const offsets = new Set<number>()
  const forbid = (from: number, until: number) => {
    for (let offset = from; offset < until; offset += 1) offsets.add(offset)
  }
  for (const match of window.matchAll(uncuttable)) {
    // A document number starts with its issuer's short name, and a number ends with its unit.
    const isNumber = /^\d/.test(match[0])
    forbid(match.index + (match[0].startsWith('〔') ? -8 : 1), match.index + match[0].length + (isNumber ? 3 : 0))
  }
  for (let offset = 1; offset < window.length; offset += 1) if (isLowSurrogate(window, offset)) offsets.add(offset)
  return offsets
}

function isLowSurrogate(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff
}
