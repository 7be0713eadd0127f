import type { UsagePurpose } from '../../domain/governance/model-usage'
import type { ModelClient } from './model-client'

/** The same client, whose calls are counted for a purpose. */
export function forPurpose(client: ModelClient, purpose: UsagePurpose): ModelClient {
  return {
    ...client,
    stream: (request, signal) => client.stream({ purpose, ...request }, signal),
    completeJson: (request, signal) => client.completeJson({ purpose, ...request }, signal),
  }
}
