import { add, compare, nothing, type Value } from './bundle-value.ts'

/** Something to choose, and what cannot be chosen beside it. */
export interface Choice {
  readonly id: string
  readonly value: Value
  readonly excludes: ReadonlySet<string>
}

/** The choices of greatest value that do not exclude one another; exact, the first by id where several are worth as much. */
export function bestSubset(choices: readonly Choice[]): Set<string> {
  const sorted = choices.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return new Set(componentsOf(sorted).flatMap(bestOfComponent))
}

/** Branch and bound: a branch is left where even all that remains would not beat the best so far. */
function bestOfComponent(component: readonly Choice[]): string[] {
  const rest = component.map((_, place) => component.slice(place).reduce((sum, { value }) => add(sum, value), nothing))
  let best: { ids: readonly string[]; value: Value } = { ids: [], value: nothing }
  const search = (place: number, ids: readonly string[], value: Value): void => {
    if (compare(add(value, rest[place] ?? nothing), best.value) <= 0) return
    const choice = component[place]
    if (!choice) {
      best = { ids, value }
      return
    }
    if (!ids.some((id) => choice.excludes.has(id))) search(place + 1, [...ids, choice.id], add(value, choice.value))
    search(place + 1, ids, value)
  }
  search(0, [], nothing)
  return [...best.ids]
}

/** Choices that exclude one another, directly or through others, stand together. */
function componentsOf(choices: readonly Choice[]): Choice[][] {
  const seen = new Set<string>()
  return choices.flatMap((start) => {
    if (seen.has(start.id)) return []
    const reached = new Set([start.id])
    for (const id of reached) for (const other of choices) if (other.excludes.has(id)) reached.add(other.id)
    for (const id of reached) seen.add(id)
    return [choices.filter(({ id }) => reached.has(id))]
  })
}
