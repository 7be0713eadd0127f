import { z } from 'zod'

const MIN_TOKEN_LENGTH = 24
const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value)
const tokens = z.preprocess(emptyAsAbsent, z.coerce.number().int().positive().optional())

const environmentSchema = z.object({
  NODE_ENV: z.string().default('production'),
  PORT: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(emptyAsAbsent, z.string().default('127.0.0.1')),
  DATA_DIR: z.preprocess(emptyAsAbsent, z.string().default('./data')),
  DATABASE_URL: z.preprocess(emptyAsAbsent, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  SESSION_SECRET: z.preprocess(emptyAsAbsent, z.string().min(MIN_TOKEN_LENGTH).optional()),
  API_TOKEN: z.preprocess(emptyAsAbsent, z.string().min(MIN_TOKEN_LENGTH).optional()),
  DEMO: z.preprocess(emptyAsAbsent, z.enum(['0', '1']).default('1')),
  OPENAI_BASE_URL: z.preprocess(emptyAsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  OPENAI_API_KEY: z.preprocess(emptyAsAbsent, z.string().optional()),
  OPENAI_MODEL: z.preprocess(emptyAsAbsent, z.string().optional()),
  OPENAI_JUDGE_MODEL: z.preprocess(emptyAsAbsent, z.string().optional()),
  OPENAI_EMBEDDING_MODEL: z.preprocess(emptyAsAbsent, z.string().optional()),
  OPENAI_TOKENS_PER_TURN: tokens,
  OPENAI_TOKENS_PER_TALK: tokens,
  OPENAI_TOKENS_PER_PERSON_DAY: tokens,
  OPENAI_TOKENS_PER_DAY: tokens,
  LOG_LEVEL: z.preprocess(
    emptyAsAbsent,
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ),
})

/** A server that speaks OpenAI's chat protocol, and the models to use there. */
export type ModelEnvironment = {
  baseUrl: string
  apiKey: string
  model: string
  judgeModel: string
  /** Most tokens of one turn, one talk, one person a day and everybody a day; null: no limit. */
  budgets: { perTurn: number | null; perTalk: number | null; perUserAndDay: number | null; perDay: number | null }
}

/** A server with OpenAI's embeddings endpoint, and the model to use there. */
export type EmbeddingsEnvironment = { baseUrl: string; apiKey: string; model: string }

export type Environment = {
  isProduction: boolean
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  sessionSecret: string | undefined
  apiToken: string | undefined
  isDemoWanted: boolean
  logLevel: string
  /** null: the embedded engine alone. */
  languageModel: ModelEnvironment | null
  /** null: search is by words alone. */
  embeddings: EmbeddingsEnvironment | null
}

/**
 * Reads the environment; the only reader of `process.env`.
 *
 * @throws Error that names every variable at fault, when any is.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const result = environmentSchema.safeParse(variables)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment has faults (see .env.example):\n${faults.join('\n')}`)
  }
  const env = result.data
  const server = {
    baseUrl: env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
    // Many local servers want none, but the protocol sends one.
    apiKey: env.OPENAI_API_KEY ?? 'none',
  }
  return {
    isProduction: env.NODE_ENV === 'production',
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    sessionSecret: env.SESSION_SECRET,
    apiToken: env.API_TOKEN,
    isDemoWanted: env.DEMO === '1',
    logLevel: env.LOG_LEVEL,
    languageModel: env.OPENAI_MODEL
      ? {
          ...server,
          model: env.OPENAI_MODEL,
          judgeModel: env.OPENAI_JUDGE_MODEL ?? env.OPENAI_MODEL,
          budgets: {
            perTurn: env.OPENAI_TOKENS_PER_TURN ?? null,
            perTalk: env.OPENAI_TOKENS_PER_TALK ?? null,
            perUserAndDay: env.OPENAI_TOKENS_PER_PERSON_DAY ?? null,
            perDay: env.OPENAI_TOKENS_PER_DAY ?? null,
          },
        }
      : null,
    embeddings: env.OPENAI_EMBEDDING_MODEL ? { ...server, model: env.OPENAI_EMBEDDING_MODEL } : null,
  }
}
