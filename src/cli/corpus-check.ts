import { formatProblem, type Policy, type Problem } from '../policy/index.ts'

/** Prints every problem of the corpus, or what it holds; returns the exit code. */
export function reportCorpus({ policies, problems }: { policies: Policy[]; problems: Problem[] }): number {
  for (const problem of problems) console.error(formatProblem(problem))
  const clauses = policies.reduce((sum, policy) => sum + policy.clauses.length, 0)
  if (problems.length === 0) console.log(`corpus: ${policies.length} policies, ${clauses} clauses, no problem`)
  else
    console.error(`corpus: ${problems.length} problem(s) in ${new Set(problems.map(({ file }) => file)).size} file(s)`)
  return problems.length === 0 ? 0 : 1
}
