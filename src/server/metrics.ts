import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export type Metrics = ReturnType<typeof createMetrics>

/** The figures of one server; labels hold routes and codes, never anything a person wrote. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
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
  }
}
