import type { ComponentType } from 'preact'
import type { Route } from '../state/route.ts'
import ChatPage from './chat.tsx'
import HomePage from './home.tsx'

/** What a page may know of its address. */
export interface PageProps {
  /** Of a policy or a shared answer; empty elsewhere. */
  readonly id: string
}

type Load = () => Promise<{ readonly default: ComponentType<PageProps> }>

/**
 * The pages besides the two that most visits begin with, each a chunk of its own. To add one: write `<name>.tsx` here
 * with its component as the default export, name it below, and, where it is one of the main places, in `places` of
 * `parts/frame/navigation.tsx`.
 */
const pages: Partial<Record<Route['page'], Load>> = {
  firm: () => import('./firm.tsx'),
  matches: () => import('./matches.tsx'),
  history: () => import('./history.tsx'),
  share: () => import('./shared-answer.tsx'),
  policies: () => import('./policies.tsx'),
  loans: () => import('./loans.tsx'),
  policy: () => import('./policy.tsx'),
  saved: () => import('./saved.tsx'),
}

/** The pages that come with the first load, so that nothing has to be waited for. */
const pagesAtHand: Partial<Record<Route['page'], ComponentType<PageProps>>> = { home: HomePage, chat: ChatPage }

export function pageAtHand(name: Route['page']): ComponentType<PageProps> | null {
  return pagesAtHand[name] ?? null
}

export async function loadPage(name: Route['page']): Promise<ComponentType<PageProps>> {
  const atHand = pageAtHand(name)
  if (atHand !== null) return atHand
  const load = pages[name] ?? (() => import('./not-found.tsx'))
  return (await load()).default
}
