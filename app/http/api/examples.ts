/** One request per call; `{scenarioId}` and `{roleplayId}` are filled in from the example named by `path`. */
type Example = {
  path?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  /** Names and texts of files to send as `files` of a multipart form. */
  files?: Record<string, string>
}

const SCENARIO_ID = 'retired-teacher-deposit-matures'

const byCall = {
  health: {},
  ready: {},
  listPersonas: {},
  listScenarios: {},
  readScenario: { path: { scenarioId: SCENARIO_ID } },
  startRoleplay: { body: { scenarioId: SCENARIO_ID, seed: 'example', mode: 'practice' } },
  readRoleplay: {},
  takeTurn: {
    body: {
      turnId: 'turn-1',
      text: '林老師您好，我是安禾人壽的業務員陳安，這是我的登錄證。今天想先聽聽您對退休生活的打算，可以請教您幾個問題嗎？',
    },
  },
  askHint: {},
  finishRoleplay: {},
  readScorecard: {},
  forkRoleplay: { body: { fromTurn: 0 } },
  judge: {
    body: {
      transcript: [
        { who: 'client', text: '你們這張真的不會虧嗎？' },
        { who: 'trainee', text: '宣告利率不是保證的，前幾年解約拿回來的會比繳的少，這點我先跟您說清楚。' },
        { who: 'client', text: '那我再想想。' },
        { who: 'trainee', text: '您放心啦，這張穩賺不賠，今天簽我再退您佣金。' },
      ],
      client: { age: 67 },
      productId: 'usd-whole-life',
    },
  },
  searchKnowledge: { query: { q: '美元保單提前解約要扣多少費用', k: '3' } },
  answerQuestion: { body: { question: '實支實付醫療險的等待期是幾天？' } },
  uploadDocuments: {
    files: { 'opening-hours.md': '# 服務中心時間\n\n## 平日\n\n週一到週五，上午九點到下午五點半。\n' },
  },
  readImport: {},
  listDocuments: {},
  readDocument: { path: { documentId: 'medical' } },
  readPassage: {},
  makeQuiz: { body: { documentIds: ['medical'], count: 4, types: ['single', 'true-false'], seed: 'example' } },
  listQuizzes: {},
  readQuiz: {},
  takeQuiz: { body: { mode: 'practice' } },
  answerItem: { body: { itemId: '{itemId}', response: { type: 'choice', optionIds: ['a'] } } },
  readAttempt: {},
  finishAttempt: {},
  listItems: { query: { documentId: 'medical', limit: '5' } },
  readItem: {},
  makeCourse: { body: { documentIds: ['accident'], title: '傷害保險重點', seed: 'example' } },
  listCourses: {},
  readCourse: {},
} satisfies Record<string, Example>

export const examples: Record<keyof typeof byCall, Example> = byCall
