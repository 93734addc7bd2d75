const key = 'policy-navigator.conversation'

// Where session storage is switched off, the conversation lasts until the page is left.
let inMemory: string | null = null

/** The id of this tab's conversation; only the browser that began it can read it, by its cookie. */
export function recallConversation(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return inMemory
  }
}

export function rememberConversation(id: string): void {
  inMemory = id
  try {
    sessionStorage.setItem(key, id)
  } catch {
    // See above.
  }
}

export function forgetConversation(): void {
  inMemory = null
  try {
    sessionStorage.removeItem(key)
  } catch {
    // See above.
  }
}
