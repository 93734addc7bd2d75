/** Reads the events of an iCalendar file strictly by RFC 5545; throws for what a strict reader refuses. */
export function readCalendar(text: string): Record<string, string>[] {
  if (/(^|[^\r])\n|\r(?!\n)/.test(text)) throw new Error('every line ends with CR and LF')
  const raw = text.split('\r\n')
  if (raw.at(-1) !== '') throw new Error('the last line ends too')
  for (const line of raw) if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 bytes: ${line}`)
  if (text.includes('\uFFFD')) throw new Error('a character was cut')
  const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines[1] !== 'VERSION:2.0' || lines.at(-1) !== 'END:VCALENDAR')
    throw new Error('not a calendar')
  const events: Record<string, string>[] = []
  let event: Record<string, string> | null = null
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = {}
    else if (line === 'END:VEVENT' && event !== null) {
      for (const name of ['UID', 'DTSTAMP']) if (!event[name]) throw new Error(`an event without ${name}`)
      events.push(event)
      event = null
    } else if (event !== null) {
      const [, name = '', value = ''] = line.match(/^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/) ?? []
      if (name === '' || name in event) throw new Error(`not a property, or twice: ${line}`)
      if (/(^|[^\\])(\\\\)*[;,]/.test(value)) throw new Error(`not escaped: ${line}`)
      event[name] = value.replace(/\\n/g, '\n').replace(/\\([\\;,])/g, '$1')
    }
  }
  return events
}
