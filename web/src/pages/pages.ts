import type { ComponentType } from 'preact'
import type { Route } from '../state/route.ts'

/** What a page may know of its address. */
export interface PageProps {
  /** Of a policy or a shared answer; empty elsewhere. */
  readonly id: string
}

type Load = () => Promise<{ readonly default: ComponentType<PageProps> }>

/**
 * The pages, each a chunk of its own. To add one: write `<name>.tsx` here with its component as the default export,
 * name it below, and, where it is one of the main places, in `places` of `parts/frame/navigation.tsx`.
 */
const pages: Partial<Record<Route['page'], Load>> = {
  home: () => import('./home.tsx'),
  chat: () => import('./chat.tsx'),
  firm: () => import('./firm.tsx'),
  matches: () => import('./matches.tsx'),
  history: () => import('./history.tsx'),
  share: () => import('./shared-answer.tsx'),
  policies: () => import('./policies.tsx'),
  loans: () => import('./loans.tsx'),
  policy: () => import('./policy.tsx'),
  saved: () => import('./saved.tsx'),
}

export async function loadPage(name: Route['page']): Promise<ComponentType<PageProps>> {
  const load = pages[name] ?? (() => import('./not-found.tsx'))
  return (await load()).default
}
