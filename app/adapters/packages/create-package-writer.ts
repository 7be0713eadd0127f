import { strToU8, zipSync } from 'fflate'
import type { CoursePackage, PackageWriter } from '~/domain/course/package-ports'
import type { ScormVersion } from '~/domain/course/scorm-versions'
import type { WrittenFile } from '~/domain/quiz/exchange-ports'
import { embedJson, escapeHtml } from './escape-html'
import courseScript from './player/course.js?raw'
import launchScript from './player/launch.js?raw'
import style from './player/player.css?raw'
import playerScript from './player/player.js?raw'
import { renderItem } from './render-item'
import { renderLesson } from './render-lesson'
import { writeManifest } from './write-manifest'

const START = 'index.html'

function writePage(title: string, data: unknown, body: string): string {
  return `<!doctype html>
<html lang="zh-Hant">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="player.css">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
<script type="application/json" id="package-data">${embedJson(data)}</script>
<script src="player.js"></script>
<script src="page.js"></script>
</body>
</html>
`
}

function pack(version: ScormVersion, id: string, title: string, page: string, script: string): WrittenFile {
  const files = { [START]: page, 'player.js': playerScript, 'page.js': script, 'player.css': style }
  const manifest = writeManifest(version, { id, title, start: START, files: Object.keys(files) })
  const bytes = zipSync({
    'imsmanifest.xml': strToU8(manifest),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  })
  return { bytes, extension: 'zip', contentType: 'application/zip', skipped: [] }
}

/** A course with no quiz left in it reports its completion; else the mean over all items of its quizzes. */
function writeCourse(version: ScormVersion, { id, title, content, quizzes }: CoursePackage): WrittenFile {
  const used = content.lessons.flatMap((lesson) =>
    lesson.blocks.flatMap((block) => {
      const quiz = block.kind === 'quiz' ? quizzes.get(block.quizId) : undefined
      return quiz && block.kind === 'quiz' ? [{ id: block.quizId, quiz }] : []
    }),
  )
  const data = {
    version,
    quizzes: used.map(({ id: quizId, quiz }) => ({
      id: quizId,
      passPercent: quiz.passPercent,
      items: quiz.items.map(({ content: item }, i) => renderItem(item, `${quizId}-${i}`).item),
    })),
  }
  const contents = content.lessons.map((lesson) => `<li><button data-go>${escapeHtml(lesson.title)}</button></li>`)
  const body = [
    `<p>${escapeHtml(content.summary)}</p>`,
    `<p class="cite">內容依 ${content.asOf} 的法規與商品文件。</p>`,
    `<nav aria-label="目錄"><ol>${contents.join('')}</ol></nav>`,
    '<p id="progress" role="status"></p>',
    ...content.lessons.map((lesson) => renderLesson(lesson, quizzes)),
  ]
  return pack(version, id, title, writePage(title, data, body.join('\n')), courseScript)
}

export const scormPackageWriter: PackageWriter = {
  writeCourse,
  writeLaunch(version, { scenarioId, title, intro, serverUrl }) {
    const data = { version, scenarioId, serverUrl }
    const body = [
      `<p>${escapeHtml(intro)}</p>`,
      '<p>對談會在新視窗開啟，請用你的對練帳號登入。談完以後成績會自動回到這裡，請先不要關掉這一頁。</p>',
      '<p><button type="button" class="primary" id="open">開始對練</button></p>',
      '<p id="state" role="status"></p>',
    ]
    return pack(version, scenarioId, title, writePage(title, data, body.join('\n')), launchScript)
  },
}
