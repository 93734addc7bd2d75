import type { FactQuestionsReply, FactValue, GrowthPathReply, Locale, SizeClassReply } from '../contract.ts'
import { postJson, send } from './server.ts'

export interface FirmRequest {
  readonly profile: Readonly<Record<string, FactValue>>
  readonly locale: Locale
}

// The reply is what `src/server/api.ts` promises: page and server are released together.

/** The questions that help most now; `skipped` ones are not asked again. */
export async function fetchFactQuestions(
  request: FirmRequest & { readonly skipped: readonly string[] },
  signal: AbortSignal,
): Promise<FactQuestionsReply> {
  return (await send('fact-questions', { ...postJson(request), signal })).json()
}

export async function fetchSizeClass(request: FirmRequest, signal: AbortSignal): Promise<SizeClassReply> {
  return (await send('size-class', { ...postJson(request), signal })).json()
}

export async function fetchGrowthPath(request: FirmRequest, signal: AbortSignal): Promise<GrowthPathReply> {
  return (await send('growth-path', { ...postJson(request), signal })).json()
}
