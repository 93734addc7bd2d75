/** `localStorage` lasts and is shared by all tabs; `sessionStorage` is one tab's own, and goes with it. */
type Area = 'localStorage' | 'sessionStorage'

/** What this browser kept under a name; null where it kept nothing that can be read. */
export function recallJson(key: string, area: Area = 'localStorage'): unknown {
  try {
    return JSON.parse(window[area].getItem(key) ?? 'null')
  } catch {
    return null // switched off, or written by something else
  }
}

/** Keeps a value in this browser alone; says whether it was allowed and had room. */
export function keepJson(key: string, value: unknown, area: Area = 'localStorage'): boolean {
  try {
    window[area].setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forgetJson(key: string, area: Area = 'localStorage'): void {
  try {
    window[area].removeItem(key)
  } catch {
    // Storage that is switched off holds nothing.
  }
}
