import admin from './zh-Hant/admin.json'
import auth from './zh-Hant/auth.json'
import course from './zh-Hant/course.json'
import errors from './zh-Hant/errors.json'
import frame from './zh-Hant/frame.json'
import knowledge from './zh-Hant/knowledge.json'
import learn from './zh-Hant/learn.json'
import me from './zh-Hant/me.json'
import models from './zh-Hant/models.json'
import practise from './zh-Hant/practise.json'
import print from './zh-Hant/print.json'
import quiz from './zh-Hant/quiz.json'
import records from './zh-Hant/records.json'
import review from './zh-Hant/review.json'
import scorecard from './zh-Hant/scorecard.json'
import talk from './zh-Hant/talk.json'

export const zhHant = {
  admin,
  auth,
  course,
  errors,
  frame,
  knowledge,
  learn,
  me,
  models,
  practise,
  print,
  quiz,
  records,
  review,
  scorecard,
  talk,
}
/** The Chinese files are the measure: an English file that lacks one of their keys does not compile. */
export type Texts = typeof zhHant
