/** The server counts alike: characters of the text without the white space around it. */
export const longestQuestion = 500

/** From here on the page shows how much room is left. */
export const nearlyLongest = 420

export function lengthOf(question: string): number {
  return [...question.trim()].length
}
