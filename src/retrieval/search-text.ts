import type { Passage, SourceDocument } from '../policy/index.ts'

/**
 * Words that make a sentence a question in any field. They are dropped from the query only: every
 * question has them and no passage that answers it needs to.
 */
const questionWords =
  /是什么|什么样|什么|怎么样|怎么办|怎么|如何|怎样|多少|哪些|哪个|哪几|哪里|哪|有没有|能不能|可不可以|是否|请问|吗|呢|几|为何|为什么|谁/g

/** What search sees of a passage: the names and headings above it count, although only its text is quoted. */
export function searchableText(document: Pick<SourceDocument, 'title' | 'aliases'>, passage: Passage): string {
  return [document.title, ...document.aliases, ...passage.headings, passage.text].join('\n')
}

/** One width and case; a run of anything but letters and digits becomes one space, so that no gram spans it. */
export function normaliseForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a question that a passage could contain; all of it where nothing else is left. */
export function searchQueryOf(question: string): string {
  const whole = normaliseForSearch(question)
  return normaliseForSearch(whole.replace(questionWords, ' ')) || whole
}

/** The uni- and bigrams of a normalised text, as often as they occur. */
export function gramsOf(text: string): string[] {
  const grams: string[] = []
  for (const run of text.split(' ')) {
    for (let i = 0; i < run.length; i += 1) {
      grams.push(run.charAt(i))
      if (i + 1 < run.length) grams.push(run.slice(i, i + 2))
    }
  }
  return grams
}
