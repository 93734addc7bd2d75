import type {
  AnswerEvent,
  AssessmentsReply,
  ChatRequest,
  ConversationReply,
  DocumentReply,
  ErrorReply,
  FactsReply,
  FactValue,
  FeedbackRequest,
  LoanTable,
  Locale,
  MatchEvent,
  PolicyDates,
  PolicyList,
  PolicyReply,
} from '../contract.ts'
import { reachServer } from './connection.ts'
import { readEvents } from './event-stream.ts'
import { problemOf, problemOfNetwork, ServerProblem } from './problem.ts'

export interface AssessmentsRequest {
  readonly profile: Readonly<Record<string, FactValue>>
  /** All that can be judged, best first, where absent. */
  readonly policyIds?: readonly string[]
  /** Today where absent. */
  readonly asOf?: string
  readonly locale: Locale
}

/** Asks a question and yields what happens while it is answered; throws `ServerProblem` or the signal's abort. */
export async function* askQuestion(question: ChatRequest, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  const response = await send('chat/stream', { ...postJson(question), signal })
  yield* eventsOf<AnswerEvent>(response, 'answer-end')
}

/** Uploads a list of firms and yields what happens while it is matched with the policies. */
export async function* matchFirms(form: FormData, locale: Locale, signal: AbortSignal): AsyncGenerator<MatchEvent> {
  const headers = { 'accept-language': locale }
  const response = await send('match', { method: 'POST', headers, body: form, signal })
  yield* eventsOf<MatchEvent>(response, 'match-end')
}

// In the functions below the reply is what `src/server/api.ts` promises: page and server are released together.

export async function fetchConversation(id: string): Promise<ConversationReply> {
  return (await send(`conversations/${encodeURIComponent(id)}`)).json()
}

export async function deleteConversation(id: string): Promise<void> {
  await send(`conversations/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export async function fetchDocument(id: string, asOf: string): Promise<DocumentReply> {
  return (await send(`documents/${encodeURIComponent(id)}?asOf=${asOf}`)).json()
}

export async function fetchPolicies(): Promise<PolicyList> {
  return (await send('policies')).json()
}

/** The policies that fit a query, which is one of `GET /v1/policies`. */
export async function findPolicies(query: string): Promise<PolicyList> {
  return (await send(`policies?${query}`)).json()
}

export async function fetchPolicy(id: string): Promise<PolicyReply> {
  return (await send(`policies/${encodeURIComponent(id)}`)).json()
}

export async function fetchLoans(): Promise<LoanTable> {
  return (await send('loans')).json()
}

export async function fetchPolicyDates(): Promise<PolicyDates> {
  return (await send('policies/dates')).json()
}

export async function sendFeedback(feedback: FeedbackRequest): Promise<void> {
  await send('feedback', postJson(feedback))
}

/** Judges the policies for a company as it is described. */
export async function fetchAssessments(request: AssessmentsRequest, signal: AbortSignal): Promise<AssessmentsReply> {
  return (await send('assessments', { ...postJson(request), signal })).json()
}

/** Every fact a rule may ask about, in the reader's language. */
export async function fetchFacts(locale: Locale): Promise<FactsReply> {
  return (await send('facts', { headers: { 'accept-language': locale } })).json()
}

/** The events of a reply up to its last one, without which it was cut off. */
async function* eventsOf<Event extends { readonly type: string }>(
  { body }: Response,
  last: Event['type'],
): AsyncGenerator<Event> {
  if (body === null) throw new ServerProblem('cut-off')
  for await (const { name, data } of readEvents(body)) {
    if (name === 'error') throw problemOfEvent(data)
    // The server of this page writes the data of each event from this type.
    const event = JSON.parse(data) as Event
    yield event
    if (event.type === last) return
  }
  throw new ServerProblem('cut-off')
}

export async function send(path: string, options: RequestInit = {}): Promise<Response> {
  const response = await reach(path, options)
  if (!response.ok) throw await problemOf(response)
  return response
}

async function reach(path: string, options: RequestInit): Promise<Response> {
  try {
    return await reachServer(path, options)
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw problemOfNetwork(cause)
  }
}

export function postJson(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

function problemOfEvent(data: string): ServerProblem {
  const { error }: ErrorReply = JSON.parse(data)
  return new ServerProblem('server', error.message)
}
