import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ModelCall } from '../answering/index.ts'
import type { ModelEvent } from '../services.ts'

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export type Metrics = ReturnType<typeof createMetrics>

/** The figures of one server; labels hold routes and codes, never anything a person wrote. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  for (const metric of Object.values(modelMetrics)) registry.registerMetric(metric)
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from request to the end of the reply',
      labelNames: ['method', 'route', 'status'],
      buckets: seconds,
      registers,
    }),
    answers: new Counter({
      name: 'answers_total',
      help: 'Answers by status and reason',
      labelNames: ['status', 'reason'],
      registers,
    }),
    steps: new Histogram({
      name: 'answer_step_duration_seconds',
      help: 'Time of each step of an answer',
      labelNames: ['step'],
      buckets: [0.0005, 0.001, 0.0025, ...seconds],
      registers,
    }),
    modelSteps: new Counter({
      name: 'llm_steps_total',
      help: 'Steps of answers that asked the language model, by outcome',
      labelNames: ['step', 'outcome'],
      registers,
    }),
    sentences: new Counter({
      name: 'llm_sentences_total',
      help: 'Sentences of the language model: accepted, or why they were dropped',
      labelNames: ['result'],
      registers,
    }),
  }
}

/** Counts what came of the language model in one answer. */
export function countModelCalls(calls: readonly ModelCall[], { modelSteps, sentences }: Metrics): void {
  for (const { step, outcome, accepted, dropped } of calls) {
    modelSteps.inc({ step, outcome })
    if (step !== 'word') continue
    sentences.inc({ result: 'accepted' }, accepted)
    for (const [result, count] of Object.entries(dropped)) sentences.inc({ result }, count)
  }
}

/** Of the process, as its language model is: the model is there before any server. */
const modelMetrics = {
  calls: new Counter({
    name: 'llm_calls_total',
    help: 'Calls to the language model by outcome',
    labelNames: ['outcome'],
    registers: [],
  }),
  tokens: new Counter({
    name: 'llm_tokens_total',
    help: 'Tokens of the language model by direction',
    labelNames: ['direction'],
    registers: [],
  }),
  firstToken: new Histogram({
    name: 'llm_first_token_seconds',
    help: 'Time from asking the language model to its first token',
    buckets: seconds,
    registers: [],
  }),
  invalidReplies: new Counter({
    name: 'llm_invalid_replies_total',
    help: 'Structured replies that did not fit their schema',
    registers: [],
  }),
  circuit: new Gauge({
    name: 'llm_circuit_open',
    help: '1 while the language model is left alone after failures, 0.5 while one call probes it',
    registers: [],
  }),
}

/** Counts what a language model tells of its calls. */
export function observeModel(event: ModelEvent): void {
  switch (event.type) {
    case 'call-end':
      modelMetrics.calls.inc({ outcome: event.outcome })
      modelMetrics.tokens.inc({ direction: 'input' }, event.inputTokens)
      modelMetrics.tokens.inc({ direction: 'output' }, event.outputTokens)
      if (event.firstTokenMs !== null) modelMetrics.firstToken.observe(event.firstTokenMs / 1000)
      return
    case 'reply-invalid':
      modelMetrics.invalidReplies.inc()
      return
    case 'circuit-change':
      modelMetrics.circuit.set({ closed: 0, 'half-open': 0.5, open: 1 }[event.state])
      return
  }
}
