import path from 'node:path'
import { createEmbeddedActor } from '../adapters/embedded/embedded-actor'
import { countReplies } from '../adapters/language-model/count-replies'
import { createCanary } from '../adapters/language-model/create-canary'
import { createEmbedder } from '../adapters/language-model/create-embedder'
import {
  createEmbeddingsClient,
  DEFAULT_EMBEDDINGS_SETTINGS,
} from '../adapters/language-model/create-embeddings-client'
import { createModelClient } from '../adapters/language-model/create-model-client'
import { forPurpose } from '../adapters/language-model/for-purpose'
import { createMaskOutgoing } from '../adapters/language-model/mask-outgoing'
import { createModelActor } from '../adapters/language-model/model-actor'
import { createModelAnswerWriter } from '../adapters/language-model/model-answer-writer'
import { createModelCoach } from '../adapters/language-model/model-coach'
import { createModelCourseWriter } from '../adapters/language-model/model-course-writer'
import { createModelItemWriter } from '../adapters/language-model/model-item-writer'
import { createModelObserver } from '../adapters/language-model/model-observer'
import { DEFAULT_MODEL_SETTINGS } from '../adapters/language-model/model-settings'
import { createUsageBook } from '../adapters/language-model/usage-book'
import { openVectorCache } from '../adapters/language-model/vector-cache'
import type { Log } from '../adapters/log/create-log'
import { systemClock } from '../adapters/system/system-clock'
import type { Content } from '../domain/content'
import type { CourseWriter } from '../domain/course/course-writer'
import type { ModelPurpose, ModelUses } from '../domain/governance/model-purposes'
import type { ModelServerState } from '../domain/governance/model-server-state'
import type { ModelUsageStore } from '../domain/governance/model-usage'
import type { Coach, EngineName, SecondObserver, Actor as TalkActor } from '../domain/ports'
import { createEmbeddedWriter } from '../domain/quiz/create-embedded-writer'
import type { Environment } from '../env.server'
import type { AnswerWriter } from '../use-cases/knowledge/knowledge-deps'

/** The embedded engine, and the one on a language model when a model is named. */
export function createEngines(environment: Environment, content: Content, log: Log, modelUsage: ModelUsageStore) {
  const embedded = createEmbeddedActor()
  const writesEmbedded = { engine: 'embedded' as const, writer: createEmbeddedWriter() }
  const publicContacts = [content.insurer.hotline, content.insurer.complaint]
  const model = environment.languageModel
  if (!model)
    return {
      engines: ['embedded'] as readonly EngineName[],
      actors: { embedded } as Partial<Record<EngineName, TalkActor>>,
      secondObservers: {} as Partial<Record<EngineName, SecondObserver>>,
      coaches: {} as Partial<Record<EngineName, Coach>>,
      itemWriters: [writesEmbedded],
      answerWriter: null as AnswerWriter | null,
      courseWriter: null as CourseWriter | null,
      modelUses: NO_MODEL_USES,
      publicContacts,
      describeModelServer: (): ModelServerState | null => null,
      closeUsageBook: async () => {},
    }
  const book = createUsageBook({
    store: modelUsage,
    clock: systemClock,
    onFault: (error) => log.warn({ error }, 'the use of models is counted in this process alone for now'),
  })
  const client = createModelClient(
    { ...DEFAULT_MODEL_SETTINGS, baseUrl: model.baseUrl, apiKey: model.apiKey },
    { clock: systemClock, budgets: model.budgets, book, onCall: (call) => log.debug({ call }, 'model call') },
  )
  const of = (purpose: ModelPurpose) => ({ client: forPurpose(client, purpose) })
  const protect = createMaskOutgoing(publicContacts)
  const onReplaced = (reason: string) => log.info({ reason }, 'the model was replaced by the own lines')
  return {
    engines: ['llm', 'embedded'] as readonly EngineName[],
    actors: {
      embedded,
      llm: countReplies(
        createModelActor({ ...of('speech'), model: model.model, protect, canary: createCanary(), onReplaced }),
        { book, clock: systemClock, model: model.model },
      ),
    } as Partial<Record<EngineName, TalkActor>>,
    secondObservers: {
      llm: createModelObserver({ ...of('judging'), model: model.judgeModel, catalogue: content.catalogue, protect }),
    } as Partial<Record<EngineName, SecondObserver>>,
    coaches: { llm: createModelCoach({ ...of('advice'), model: model.model, protect }) } as Partial<
      Record<EngineName, Coach>
    >,
    answerWriter: createModelAnswerWriter({ ...of('answers'), model: model.model, protect }) as AnswerWriter | null,
    courseWriter: createModelCourseWriter({ ...of('courses'), model: model.model, protect }) as CourseWriter | null,
    itemWriters: [
      { engine: 'llm' as const, writer: createModelItemWriter({ ...of('items'), model: model.model, protect }) },
      writesEmbedded,
    ],
    modelUses: {
      ...NO_MODEL_USES,
      items: model.model,
      courses: model.model,
      speech: model.model,
      judging: model.judgeModel,
      advice: model.model,
      answers: model.model,
    } as ModelUses,
    publicContacts,
    describeModelServer: (): ModelServerState | null => ({ host: new URL(model.baseUrl).host, ...client.describe() }),
    closeUsageBook: book.close,
  }
}

/** Says beside the other uses which model turns texts into vectors; null for none. */
export function withEmbeddings<T extends { modelUses: ModelUses }>(engines: T, embeddings: string | null): T {
  return { ...engines, modelUses: { ...engines.modelUses, embeddings } }
}

const NO_MODEL_USES: ModelUses = {
  speech: null,
  judging: null,
  advice: null,
  answers: null,
  items: null,
  courses: null,
  embeddings: null,
}

/** null where no embedding is set. Vectors are kept in the data folder. */
export function createVectors({ embeddings, dataDir }: Environment, content: Content) {
  if (!embeddings) return null
  const client = createEmbeddingsClient({ ...DEFAULT_EMBEDDINGS_SETTINGS, ...embeddings })
  const folder = path.join(dataDir, 'embeddings')
  return createEmbedder({
    client,
    openCache: () => openVectorCache(folder, `${embeddings.baseUrl} ${embeddings.model}`),
    protect: createMaskOutgoing([content.insurer.hotline, content.insurer.complaint]),
    clock: systemClock,
  })
}
