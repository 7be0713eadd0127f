import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export type Metrics = {
  observeRequest(method: string, status: number, milliseconds: number): void
  observeTurn(engine: string, status: 'scored' | 'not-scored', milliseconds: number): void
  /** What became of a model's words for the advice on a turn. */
  countCoaching(status: string, reason: string | null): void
  /** Prometheus text exposition format. */
  render(): Promise<string>
  contentType: string
}

/** Figures of this process for Prometheus. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'duilian_http_requests_total',
    help: 'Answered HTTP requests',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const requestSeconds = new Histogram({
    name: 'duilian_http_request_seconds',
    help: 'Time to the end of the response',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const turnSeconds = new Histogram({
    name: 'duilian_turn_seconds',
    help: 'Time from an accepted turn to its stored score',
    labelNames: ['engine', 'status'],
    buckets: [0.005, 0.01, 0.02, 0.04, 0.08, 0.25, 1, 5, 30],
    registers: [registry],
  })
  const coachings = new Counter({
    name: 'duilian_coachings_total',
    help: 'Turns whose advice a language model was asked to word, by what became of its words',
    labelNames: ['status', 'reason'],
    registers: [registry],
  })
  return {
    observeRequest(method, status, milliseconds) {
      requests.inc({ method, status: String(status) })
      requestSeconds.observe(milliseconds / 1000)
    },
    observeTurn(engine, status, milliseconds) {
      turnSeconds.observe({ engine, status }, milliseconds / 1000)
    },
    countCoaching(status, reason) {
      coachings.inc({ status, reason: reason ?? 'none' })
    },
    render: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
