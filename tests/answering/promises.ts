import { expect } from 'vitest'
import { Answer, type Citation, type CitedDocument } from '../../src/answering/index.ts'
import { isApplicable, unsupportedFigures } from '../../src/policy/index.ts'

/** Every cited document that does not apply is named in a warning, or labelled at its headings. */
export function expectWarned(
  { citations, sentences, notices }: Answer,
  namesOf: (citation: Citation) => readonly string[] = ({ title }) => [title],
): void {
  for (const citation of citations.filter(({ status }) => !isApplicable(status))) {
    const own = sentences.filter((sentence) => sentence.citations.includes(citation.id))
    const isLabelled = own.every(({ heading }) => /^[【[]/.test(heading ?? ''))
    const isInList = notices.some(({ code }) => code === 'list-ended' || code === 'list-draft')
    const isNamed = namesOf(citation).some((name) => notices.some(({ text }) => text.includes(name)))
    expect(isLabelled || isInList || isNamed, `${citation.title} is ${citation.status}`).toBe(true)
  }
}

/** What holds of every answer, whatever was asked. */
export async function expectPromises(
  given: Answer,
  findDocument: (id: string) => Promise<CitedDocument | null>,
): Promise<void> {
  const answer = Answer.parse(given)
  const quotes = new Map(answer.citations.map(({ id, quote }) => [id, quote]))
  const names = new Map<string, readonly string[]>()
  for (const { policyId, quote } of answer.citations) {
    const source = await findDocument(policyId)
    expect(source?.document.text).toContain(quote)
    names.set(policyId, source ? [source.document.title, ...source.document.aliases] : [])
  }
  for (const { text, citations } of answer.sentences) {
    const cited = citations.map((id) => quotes.get(id) ?? '')
    expect(cited).not.toContain('')
    expect(unsupportedFigures(text, cited), text).toEqual([])
  }
  const used = new Set(answer.sentences.flatMap(({ citations }) => citations))
  expect([...quotes.keys()]).toEqual(answer.citations.map((_, index) => `${index + 1}`))
  expect(used).toEqual(new Set(quotes.keys()))
  expect(answer.text.trim()).not.toBe('')
  expect(answer.notices.some(({ code }) => code === 'as-of')).toBe(answer.sentences.length > 0)
  if (['refused', 'out-of-scope', 'needs-facts', 'failed'].includes(answer.status)) expect(answer.sentences).toEqual([])
  expectWarned(answer, ({ policyId }) => names.get(policyId) ?? [])
}
