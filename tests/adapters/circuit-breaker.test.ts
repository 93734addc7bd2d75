import { describe, expect, it } from 'vitest'
import { type CircuitState, createCircuitBreaker } from '../../src/adapters/circuit-breaker.ts'

function breakerAt() {
  let now = 0
  const changes: CircuitState[] = []
  const onChange = (state: CircuitState) => changes.push(state)
  const breaker = createCircuitBreaker({ failures: 3, windowMs: 1_000, openMs: 500, now: () => now, onChange })
  const fail = () => breaker.enter()?.fail()
  const wait = (milliseconds: number) => {
    now += milliseconds
  }
  return { breaker, changes, fail, wait }
}

describe('a circuit breaker', () => {
  it('opens after its number of failures within the window, not before', () => {
    const { breaker, fail } = breakerAt()
    fail()
    fail()
    expect(breaker.state()).toBe('closed')
    fail()
    expect([breaker.state(), breaker.enter()]).toEqual(['open', null])
  })

  it('forgets failures that are older than the window', () => {
    const { breaker, fail, wait } = breakerAt()
    fail()
    fail()
    wait(1_000)
    fail()
    expect(breaker.state()).toBe('closed')
  })

  it('lets one probe through after its pause, and all once that succeeds', () => {
    const { breaker, changes, wait } = breakerAt()
    breaker.trip()
    wait(500)
    expect(breaker.state()).toBe('half-open')
    const probe = breaker.enter()
    expect(probe).not.toBeNull()
    expect(breaker.enter()).toBeNull()
    probe?.succeed()
    expect(breaker.enter()).not.toBeNull()
    expect(changes).toEqual(['open', 'half-open', 'closed'])
  })

  it('pauses again where the probe fails, and probes anew where it was given up', () => {
    const { breaker, wait } = breakerAt()
    breaker.trip()
    wait(500)
    breaker.enter()?.forget()
    breaker.enter()?.fail()
    expect(breaker.enter()).toBeNull()
    wait(500)
    expect(breaker.enter()).not.toBeNull()
  })

  it('is not opened again by what failed before it opened', () => {
    const { breaker, fail, wait } = breakerAt()
    const late = breaker.enter()
    fail()
    fail()
    fail()
    wait(400)
    late?.fail()
    wait(100)
    expect(breaker.state()).toBe('half-open')
  })
})
