/** What this browser kept under a name; null where it kept nothing that can be read. */
export function recallJson(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null // switched off, or written by something else
  }
}

/** Keeps a value in this browser alone; says whether it was allowed and had room. */
export function keepJson(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
