export type CircuitState = 'closed' | 'open' | 'half-open'

export interface CircuitBreakerOptions {
  /** So many failures within the window open the circuit. */
  readonly failures: number
  readonly windowMs: number
  /** How long nothing is tried before one call may probe. */
  readonly openMs: number
  /** Milliseconds of a clock that never goes back. */
  now(): number
  onChange?(state: CircuitState): void
}

/** Leave to make one call; its holder says once how it went. */
export interface Pass {
  succeed(): void
  fail(): void
  /** The call says nothing about the service, as where the asker left. */
  forget(): void
}

export interface CircuitBreaker {
  state(): CircuitState
  /** Null where the call must not be made. */
  enter(): Pass | null
  /** Opens at once, as after a failed check. */
  trip(): void
}

/** Spares a service that fails, and its askers the wait: after a pause one probe decides whether all go on. */
export function createCircuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  const { now, onChange = () => {} } = options
  let failedAt: number[] = []
  let openedAt: number | null = null
  let isProbing = false

  const open = () => {
    openedAt = now()
    failedAt = []
    onChange('open')
  }
  const close = () => {
    openedAt = null
    failedAt = []
    onChange('closed')
  }
  const countFailure = () => {
    if (openedAt !== null) return
    failedAt = [...failedAt.filter((time) => now() - time < options.windowMs), now()]
    if (failedAt.length >= options.failures) open()
  }
  const passage: Pass = { succeed: () => {}, fail: countFailure, forget: () => {} }

  function probe(): Pass {
    isProbing = true
    onChange('half-open')
    const ending = (then: () => void) => () => {
      isProbing = false
      then()
    }
    return { succeed: ending(close), fail: ending(open), forget: ending(() => onChange('open')) }
  }

  const isPaused = () => openedAt !== null && now() - openedAt < options.openMs
  return {
    state: () => (openedAt === null ? 'closed' : isPaused() ? 'open' : 'half-open'),
    enter: () => {
      if (openedAt === null) return passage
      return isPaused() || isProbing ? null : probe()
    },
    trip: open,
  }
}
