import admin from './en/admin.json'
import auth from './en/auth.json'
import course from './en/course.json'
import errors from './en/errors.json'
import frame from './en/frame.json'
import knowledge from './en/knowledge.json'
import learn from './en/learn.json'
import me from './en/me.json'
import models from './en/models.json'
import practise from './en/practise.json'
import print from './en/print.json'
import quiz from './en/quiz.json'
import records from './en/records.json'
import review from './en/review.json'
import scorecard from './en/scorecard.json'
import talk from './en/talk.json'
import type { Texts } from './zh-hant'

export const en: Texts = {
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
