import type { PrintInput } from '~/domain/print-ports'
import type { PrintDocument } from '../layout/print-document'
import { buildCertificateDocument } from './build-certificate-document'
import { buildCourseDocument } from './build-course-document'
import { buildQuizDocument } from './build-quiz-document'
import { buildScorecardDocument } from './build-scorecard-document'
import type { DocumentWords } from './document-words'

export function buildPrintDocument(input: PrintInput, words: DocumentWords): PrintDocument {
  switch (input.kind) {
    case 'course':
      return buildCourseDocument(input, words)
    case 'quiz-paper':
    case 'answer-key':
      return buildQuizDocument(input)
    case 'scorecard':
      return buildScorecardDocument(input, words)
    case 'certificate':
      return buildCertificateDocument(input)
  }
}
