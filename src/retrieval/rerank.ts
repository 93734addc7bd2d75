import type { Reranker } from './ports.ts'

/** Candidates that are read once more: as many as an answer looks at, and few enough not to be waited for. */
const rerankDepth = 24

interface Reranked<Item> {
  readonly items: readonly Item[]
  /** Why the order is still the one that was given. */
  readonly failure?: string
}

/** Orders the first candidates as the reranker judges them; one that fails costs its order, not the answer. */
export async function rerank<Item extends { readonly score: number }>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  reranker: Reranker,
  question: string,
  signal?: AbortSignal,
): Promise<Reranked<Item>> {
  const judged = items.slice(0, rerankDepth)
  if (judged.length < 2) return { items }
  const judgement = await reranker.rerank(question, judged.map(textOf), signal).catch((cause: unknown) => String(cause))
  signal?.throwIfAborted()
  if (typeof judgement === 'string') return { items, failure: judgement }
  const order = judged.map((_, i) => i).sort((one, other) => (judgement[other] ?? 0) - (judgement[one] ?? 0))
  // A score tells the order only, so it stays with the place.
  const reordered = order.flatMap((from, to) => {
    const [item, place] = [judged[from], judged[to]]
    return item && place ? [{ ...item, score: place.score }] : []
  })
  return { items: [...reordered, ...items.slice(rerankDepth)] }
}
