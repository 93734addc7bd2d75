import type { InjectionReport } from './run.ts'

/** Attacks and escapes by channel, kind and form, why sentences were dropped, and what got out. */
export function injectionTables({ results }: InjectionReport): string {
  const table = (name: string, keyOf: (result: InjectionReport['results'][number]) => string) => {
    const rows = [...Map.groupBy(results, keyOf)].sort(([a], [b]) => a.localeCompare(b))
    const line = ([key, own]: (typeof rows)[number]) => {
      const attacks = new Set(own.map(({ attack }) => attack.id)).size
      const escaped = own.filter(({ faults }) => faults.length > 0).length
      return row(key, attacks, own.length, escaped)
    }
    return [row(name, 'attacks', 'trials', 'escaped'), ...rows.map(line)].join('\n')
  }
  const dropped = new Map<string, number>()
  for (const [reason, count] of results.flatMap((result) => Object.entries(result.dropped)))
    dropped.set(reason, (dropped.get(reason) ?? 0) + count)
  const reasons = [...dropped].sort(([, a], [, b]) => b - a).map(([reason, count]) => row(reason, count))
  const faults = results.flatMap(({ attack, form, faults }) =>
    faults.map((fault) => `${attack.id} ${form ?? '-'}: ${fault}`),
  )
  return [
    table('channel', ({ attack }) => attack.channel),
    table('kind', ({ attack }) => attack.kind),
    table('form', ({ form }) => form ?? 'no model'),
    [row('dropped', 'sentences'), ...reasons].join('\n'),
    ...(faults.length > 0 ? [faults.join('\n')] : []),
  ].join('\n\n')
}

function row(name: string, ...values: readonly (string | number)[]): string {
  return name.padEnd(16) + values.map((value) => String(value).padStart(9)).join('')
}
