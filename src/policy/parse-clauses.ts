import { type Clause, type Heading, type Topic, topicOfHeading } from './clause.ts'
import { IsoDate } from './dates.ts'
import { Nature } from './policy.ts'
import type { Problem } from './problem.ts'

const clauseLine = /^(\d+)\. \{([^}]*)\} (\S.*)$/
const topics = new Set<string>(Object.values(topicOfHeading))

interface Section {
  readonly heading: Heading
  readonly line: number
}

/** Reads the prose of a corpus file into clauses; every fault is reported with its line. */
export function parseClauses(
  file: string,
  body: string,
  firstLine: number,
): { title: string | null; clauses: Clause[]; problems: Problem[] } {
  const problems: Problem[] = []
  const clauses: Clause[] = []
  let title: string | null = null
  let section: Section | null = null
  const report = (line: number, message: string) => problems.push({ file, line, message })

  body.split('\n').forEach((text, index) => {
    const line = firstLine + index
    if (text.startsWith('# ')) title = text.slice(2).trim()
    else if (text.startsWith('## ')) section = openSection(text.slice(3).trim(), line, section, report)
    else if (clauseLine.test(text)) {
      if (!section) report(line, 'a clause stands before the first "## " heading; move it under one')
      else clauses.push(parseClause(text, line, section.heading, clauses.length + 1, report))
    } else if (/^\d+\. /.test(text)) report(line, 'a clause must read "N. {#anchor} text"')
    else if (text.trim() !== '') appendLine(clauses, text, line, section, report)
  })
  return { title, clauses: clauses.map((clause) => ({ ...clause, text: clause.text.trim() })), problems }
}

type Report = (line: number, message: string) => void

function openSection(name: string, line: number, previous: Section | null, report: Report): Section | null {
  const headings = Object.keys(topicOfHeading)
  const place = headings.indexOf(name)
  if (place < 0) {
    report(line, `heading "${name}" is unknown; use one of ${headings.join('、')}`)
    return previous
  }
  if (previous && headings.indexOf(previous.heading) >= place)
    report(line, `heading "${name}" stands after "${previous.heading}"; keep the order ${headings.join('、')}`)
  return { heading: name as Heading, line } // holds: `name` was found among the keys
}

function parseClause(text: string, line: number, heading: Heading, expected: number, report: Report): Clause {
  const [, number = '', braces = '', content = ''] = clauseLine.exec(text) ?? []
  const [anchor = '', ...attributes] = braces.trim().split(/\s+/)
  if (Number(number) !== expected) report(line, `clause is numbered ${number}, expected ${expected}`)
  if (!/^#[a-z0-9]+(-[a-z0-9]+)*$/.test(anchor)) report(line, `anchor "${anchor}" must be "#" and kebab-case English`)
  const values = new Map<string, string>()
  for (const attribute of attributes) {
    const [key = '', value = ''] = attribute.split('=')
    if (!['topic', 'from', 'until', 'nature'].includes(key)) report(line, `attribute "${attribute}" is unknown`)
    values.set(key, value)
  }
  return {
    anchor: anchor.slice(1),
    number: expected,
    heading,
    topics: [topicOfHeading[heading], ...furtherTopics(values.get('topic'), line, report)],
    text: content,
    from: dateAttribute(values.get('from'), line, report),
    until: dateAttribute(values.get('until'), line, report),
    nature: natureAttribute(values.get('nature'), line, report),
    line,
  }
}

function furtherTopics(value: string | undefined, line: number, report: Report): Topic[] {
  const names = value ? value.split(',') : []
  for (const name of names)
    if (!topics.has(name)) report(line, `topic "${name}" is unknown; use one of ${[...topics].join(', ')}`)
  return names.filter((name): name is Topic => topics.has(name))
}

function dateAttribute(value: string | undefined, line: number, report: Report): string | null {
  if (value === undefined) return null
  if (!IsoDate.safeParse(value).success) report(line, `"${value}" is not a date YYYY-MM-DD`)
  return value
}

function natureAttribute(value: string | undefined, line: number, report: Report): Clause['nature'] {
  if (value === undefined) return null
  const nature = Nature.safeParse(value)
  if (!nature.success) report(line, `nature "${value}" is unknown; use one of ${Nature.options.join(', ')}`)
  return nature.data ?? null
}

function appendLine(clauses: Clause[], text: string, line: number, section: Section | null, report: Report): void {
  const last = clauses.at(-1)
  const belongs = last && section?.heading === last.heading && last.line > section.line && /^(\s|\|)/.test(text)
  if (!belongs) report(line, 'text belongs to no clause; number it, or indent it under its clause')
  else clauses[clauses.length - 1] = { ...last, text: `${last.text}\n${text.trim()}` }
}
