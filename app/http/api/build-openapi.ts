import { z } from 'zod'
import * as course from './course-schemas'
import { examples } from './examples'
import * as knowledge from './knowledge-schemas'
import * as quiz from './quiz-schemas'
import * as schemas from './schemas'

type Operation = {
  method: 'get' | 'post'
  path: string
  id: keyof typeof examples
  summary: string
  /** Schema of the JSON body, or of the multipart form. */
  input?: z.ZodType
  isMultipart?: boolean
  /** Parameters behind the question mark. */
  query?: z.ZodObject
  status: number
  output: z.ZodType
  /** Statuses of the problems it can answer with. */
  problems: number[]
  isOpen?: boolean
  streams?: boolean
}

const list = (name: string, of: z.ZodType) => z.object({ [name]: z.array(of) })

/** Every call of the contract; the contract test runs the example of each against a live server. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/health',
    id: 'health',
    summary: 'Liveness',
    status: 200,
    output: schemas.healthSchema,
    problems: [],
    isOpen: true,
  },
  {
    method: 'get',
    path: '/ready',
    id: 'ready',
    summary: 'Readiness of database, knowledge and engines',
    status: 200,
    output: schemas.readinessSchema,
    problems: [503],
    isOpen: true,
  },
  {
    method: 'get',
    path: '/api/v1/personas',
    id: 'listPersonas',
    summary: 'Clients that can be practised with; hidden facts are not shown',
    status: 200,
    output: list('personas', schemas.personaSummarySchema),
    problems: [401],
  },
  {
    method: 'get',
    path: '/api/v1/scenarios',
    id: 'listScenarios',
    summary: 'Situations that can be practised',
    status: 200,
    output: list('scenarios', schemas.scenarioSummarySchema),
    problems: [401],
  },
  {
    method: 'get',
    path: '/api/v1/scenarios/{scenarioId}',
    id: 'readScenario',
    summary: 'The briefing of one situation, with the duties that apply',
    status: 200,
    output: schemas.scenarioDetailSchema,
    problems: [401, 404],
  },
  {
    method: 'post',
    path: '/api/v1/roleplays',
    id: 'startRoleplay',
    summary: 'Start a talk',
    input: schemas.startRoleplayInput,
    status: 201,
    output: schemas.roleplayStartedSchema,
    problems: [400, 401, 404, 503],
  },
  {
    method: 'get',
    path: '/api/v1/roleplays/{roleplayId}',
    id: 'readRoleplay',
    summary: 'The whole talk as it stands',
    status: 200,
    output: schemas.roleplaySchema,
    problems: [401, 404],
  },
  {
    method: 'post',
    path: '/api/v1/roleplays/{roleplayId}/turns',
    id: 'takeTurn',
    summary:
      'Say something. Idempotent by turnId; with `Accept: text/event-stream` the reply is streamed as reply.delta, reply, score, state, done, resumable by Last-Event-ID',
    input: schemas.takeTurnInput,
    status: 200,
    output: schemas.turnResultSchema,
    problems: [400, 401, 403, 404, 409, 413, 429],
    streams: true,
  },
  {
    method: 'post',
    path: '/api/v1/roleplays/{roleplayId}/hint',
    id: 'askHint',
    summary: 'Ask for a hint for the turn to come; logged, and costs points on the scorecard',
    status: 200,
    output: schemas.hintSchema,
    problems: [401, 403, 404, 409],
  },
  {
    method: 'post',
    path: '/api/v1/roleplays/{roleplayId}/finish',
    id: 'finishRoleplay',
    summary: 'End the talk; ending it again answers the same',
    status: 200,
    output: schemas.finishedSchema,
    problems: [401, 403, 404],
  },
  {
    method: 'get',
    path: '/api/v1/roleplays/{roleplayId}/scorecard',
    id: 'readScorecard',
    summary: 'The result of an ended talk',
    status: 200,
    output: schemas.scorecardSchema,
    problems: [401, 404],
  },
  {
    method: 'post',
    path: '/api/v1/roleplays/{roleplayId}/fork',
    id: 'forkRoleplay',
    summary: 'Try a moment again: a new talk equal to the old one up to that turn',
    input: schemas.forkInput,
    status: 201,
    output: schemas.roleplayStartedSchema,
    problems: [400, 401, 403, 404],
  },
  {
    method: 'post',
    path: '/api/v1/judge',
    id: 'judge',
    summary: 'Judge a transcript; nothing is stored',
    input: schemas.judgeInput,
    status: 200,
    output: schemas.judgementSchema,
    problems: [400, 401, 413, 503],
  },
  {
    method: 'get',
    path: '/api/v1/knowledge/search',
    id: 'searchKnowledge',
    summary: 'Passages that answer a query, as of a day',
    query: knowledge.searchInput,
    status: 200,
    output: knowledge.searchResultSchema,
    problems: [400, 401],
  },
  {
    method: 'post',
    path: '/api/v1/knowledge/answers',
    id: 'answerQuestion',
    summary: 'An answer out of the sources, every sentence with its place; not grounded where they are silent',
    input: knowledge.answerInput,
    status: 200,
    output: knowledge.answerSchema,
    problems: [400, 401, 413],
  },
  {
    method: 'post',
    path: '/api/v1/knowledge/documents',
    id: 'uploadDocuments',
    summary: 'Take files in; done in the background, see the import',
    input: knowledge.uploadInput,
    isMultipart: true,
    status: 202,
    output: knowledge.importStartedSchema,
    problems: [400, 401, 403, 413],
  },
  {
    method: 'get',
    path: '/api/v1/knowledge/imports/{importId}',
    id: 'readImport',
    summary: 'What has become of each file of an import',
    status: 200,
    output: knowledge.importSchema,
    problems: [401, 403, 404],
  },
  {
    method: 'get',
    path: '/api/v1/knowledge/documents',
    id: 'listDocuments',
    summary: 'Documents with their versions',
    status: 200,
    output: list('documents', knowledge.documentSchema),
    problems: [401],
  },
  {
    method: 'get',
    path: '/api/v1/knowledge/documents/{documentId}',
    id: 'readDocument',
    summary: 'One text of a document with its passages',
    query: z.object({ version: z.string().optional() }),
    status: 200,
    output: knowledge.documentTextSchema,
    problems: [401, 404],
  },
  {
    method: 'get',
    path: '/api/v1/knowledge/passages/{passageId}',
    id: 'readPassage',
    summary: 'A passage as it stood in its version',
    status: 200,
    output: knowledge.passageViewSchema,
    problems: [401, 404],
  },
  {
    method: 'post',
    path: '/api/v1/quizzes',
    id: 'makeQuiz',
    summary: 'Make a draft quiz from documents, a topic or a scenario; less is made where the sources bear no more',
    input: quiz.makeQuizInput,
    status: 201,
    output: quiz.madeQuizSchema,
    problems: [400, 401, 403, 413],
  },
  {
    method: 'get',
    path: '/api/v1/quizzes',
    id: 'listQuizzes',
    summary: 'Quizzes that the caller can take, or makes; without the papers of the national exam',
    status: 200,
    output: list('quizzes', quiz.quizSummarySchema),
    problems: [401],
  },
  {
    method: 'get',
    path: '/api/v1/quizzes/{quizId}',
    id: 'readQuiz',
    summary: 'A quiz; with its items and their keys for those who make quizzes',
    status: 200,
    output: quiz.quizSchema,
    problems: [401, 404],
  },
  {
    method: 'post',
    path: '/api/v1/quizzes/{quizId}/attempts',
    id: 'takeQuiz',
    summary:
      'Take a quiz: without answers an attempt is opened, or an open one goes on; with answers it is graded and ended at once',
    input: quiz.attemptInput,
    status: 201,
    output: quiz.attemptSchema,
    problems: [400, 401, 404, 413],
  },
  {
    method: 'post',
    path: '/api/v1/attempts/{attemptId}/answers',
    id: 'answerItem',
    summary: 'Answer one item: in practice the first answer stays and is explained, in an exam the last one counts',
    input: quiz.answerItemInput,
    status: 200,
    output: quiz.answeredSchema,
    problems: [400, 401, 404, 409, 413],
  },
  {
    method: 'get',
    path: '/api/v1/attempts/{attemptId}',
    id: 'readAttempt',
    summary: "One's own attempt as it stands, or an ended one of somebody whose results the caller sees",
    status: 200,
    output: quiz.attemptSchema,
    problems: [401, 404],
  },
  {
    method: 'post',
    path: '/api/v1/attempts/{attemptId}/finish',
    id: 'finishAttempt',
    summary: 'End an attempt; ending it again answers the same',
    status: 200,
    output: quiz.attemptSchema,
    problems: [401, 404],
  },
  {
    method: 'get',
    path: '/api/v1/items',
    id: 'listItems',
    summary: 'The item bank, newest first, with keys',
    query: quiz.listItemsInput,
    status: 200,
    output: quiz.itemsSchema,
    problems: [400, 401, 403],
  },
  {
    method: 'get',
    path: '/api/v1/items/{itemId}',
    id: 'readItem',
    summary: 'An item with its history, what the checker says of it, and whether its sources have changed',
    status: 200,
    output: quiz.itemDetailSchema,
    problems: [401, 403, 404],
  },
  {
    method: 'post',
    path: '/api/v1/courses',
    id: 'makeCourse',
    summary: 'Make a course out of documents, or a remedy out of a talk',
    input: course.makeCourseInput,
    status: 201,
    output: course.courseSchema,
    problems: [400, 401, 403, 404, 413],
  },
  {
    method: 'get',
    path: '/api/v1/courses',
    id: 'listCourses',
    summary: 'Courses that can be read; those who make them see their drafts too',
    status: 200,
    output: list('courses', course.courseSummarySchema),
    problems: [401],
  },
  {
    method: 'get',
    path: '/api/v1/courses/{courseId}',
    id: 'readCourse',
    summary: 'A course with its lessons',
    status: 200,
    output: course.courseSchema,
    problems: [401, 404],
  },
]

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const PROBLEM = {
  description: 'Refused; RFC 9457 problem details with a stable `type`',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function buildOperation(operation: Operation) {
  const example = examples[operation.id]
  const parameters = [
    ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...listQueryParameters(operation.query),
  ]
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.isOpen && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(operation.input && {
      requestBody: {
        required: true,
        content: {
          [operation.isMultipart ? 'multipart/form-data' : 'application/json']: {
            schema: toJsonSchema(operation.input, 'input'),
            ...(!operation.isMultipart && { example: example.body }),
          },
        },
      },
    }),
    responses: {
      [operation.status]: {
        description: 'Done',
        content: {
          'application/json': { schema: toJsonSchema(operation.output, 'input') },
          ...(operation.streams && { 'text/event-stream': { schema: { type: 'string' } } }),
        },
      },
      ...Object.fromEntries(operation.problems.map((status) => [status, PROBLEM])),
    },
  }
}

function listQueryParameters(query: z.ZodObject | undefined) {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: toJsonSchema(schema as z.ZodType, 'output'),
  }))
}

/** The one call that does not answer in JSON. */
const PRINT_COURSE = {
  operationId: 'printCourse',
  summary: 'A course as a tagged PDF; with the answers for those who may make courses',
  parameters: [{ name: 'courseId', in: 'path', required: true, schema: { type: 'string' } }],
  responses: {
    200: { description: 'Done', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
    ...Object.fromEntries([401, 403, 404, 429].map((status) => [status, PROBLEM])),
  },
}

/** The contract of `/api/v1` as an OpenAPI 3.1 document. */
export function buildOpenApi() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of OPERATIONS) {
    const path = paths[operation.path] ?? {}
    path[operation.method] = buildOperation(operation)
    paths[operation.path] = path
  }
  paths['/api/v1/courses/{courseId}.pdf'] = { get: PRINT_COURSE }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Duilian 對練',
      version: '1.0.0',
      description:
        'Sales-training roleplays for insurance agents. Times are ISO 8601, ids opaque, errors RFC 9457. Offsets count UTF-16 code units.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: toJsonSchema(schemas.problemSchema, 'input') },
    },
  }
}
