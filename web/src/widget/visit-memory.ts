const key = 'policy-navigator.visit'

/** A visitor's token and when it ends, in milliseconds since 1970. */
export interface Visit {
  readonly token: string
  readonly until: number
}

// Where session storage is switched off, the visit lasts until the page is left.
let inMemory: Visit | null = null

export function recallVisit(): Visit | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isVisit(kept) ? kept : inMemory
  } catch {
    return inMemory
  }
}

export function rememberVisit(visit: Visit | null): void {
  inMemory = visit
  try {
    sessionStorage.setItem(key, JSON.stringify(visit))
  } catch {
    // See above.
  }
}

/** The storage is the other site's: anything may stand there. */
function isVisit(kept: unknown): kept is Visit {
  if (typeof kept !== 'object' || kept === null || !('token' in kept) || !('until' in kept)) return false
  return typeof kept.token === 'string' && typeof kept.until === 'number'
}
