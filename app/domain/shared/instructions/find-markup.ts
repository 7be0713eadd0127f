/** A stretch that speaks to a machine; `[start, end)` in UTF-16 units of the text as typed. */
export type InstructionSpan = { start: number; end: number; weight: number }

/** Forms of writing that no one speaks at a table: tags, code, fields, lines of a transcript. `weight` as in hear-instructions.ts. */
const FORMS: readonly { pattern: RegExp; weight: number; inDocuments?: true }[] = [
  // Marks that models put between the speakers, and tags that name a part of a prompt.
  { pattern: /<\|[^|<>\n]{1,20}\|?>|\[\/?(?:inst|sys|system|admin)\]|<<sys>>/giu, weight: 7, inDocuments: true },
  {
    pattern:
      /<\/?(?:system|prompt|instructions?|utterance|transcript|verdict|score|passed|judge|assistant|user|conversation)\b[^<>]{0,80}>/giu,
    weight: 7,
    inDocuments: true,
  },
  { pattern: /<!--|-->|<script\b|<img\b|<span\b|<div\b|<style\b|<iframe\b|javascript:|onerror=/giu, weight: 6 },
  {
    pattern:
      /```|\{\{[#/]?\w|\}\}|\$\{|={3,9}\s{0,9}end|#{2,9}\s{0,9}(?:system|user|assistant|指令|系統|開發者|instruction)/giu,
    weight: 6,
  },
  // Fields of a verdict.
  {
    pattern:
      /["'「]?\b(?:scores?|total|passed|violations?|observations|quality|trust|agreed|grade|verdict|codes?|role|overall)\b["'」]?\s{0,9}[:=＝：]\s{0,9}["'[{]?[\w\d[{"']/giu,
    weight: 6,
  },
  {
    pattern: /\b(?:opening|discovery|listening|explanation|disclosure|objection|closing|violation|meta)\.[a-z_]{3,}/giu,
    weight: 7,
  },
  {
    pattern:
      /\{\s{0,9}["'“＂]\w|["'”＂]\s{0,9}\}|\]\s{0,9}\}|update\s{1,9}\w{1,40}\s{1,9}set\s|drop\s{1,9}table|select\s{1,9}\*/giu,
    weight: 6,
  },
  { pattern: /(?:傾聽|探詢|揭露|合規|同理|總分|評分)\**\s{0,9}[：:|]\s{0,9}\**\d/giu, weight: 6 },
  // A line of a transcript that somebody else would say.
  {
    pattern:
      /(?:^|[\n\s（(【〔>*#-])(?:評審|裁判|考官|系統(?:訊息|公告|提示|指令|紀錄)?|教練|評分(?:結果|系統)?|評語|考官點評|管理員(?:通知)?|開發者(?:備註)?|system(?: notice| override)?|assistant|judge|admin|developer)(?:'s verdict)?\s{0,9}[】〕)）]?\s{0,9}[:：](?!\/\/)/giu,
    weight: 6,
  },
  // Fields of a reply, and a link that carries the talk away.
  {
    pattern: /"(?:instructions?|system|prompt|grounded|answers?|citations|sentences)"\s{0,9}:|\]\([^)\s]*\{\{/giu,
    weight: 6,
    inDocuments: true,
  },
  {
    pattern: /(?:^|\n)\s{0,9}(?:system|assistant|developer|助理|系統(?:訊息|提示|指令|備註)?)\s{0,9}[:：]\s{0,9}\S/giu,
    weight: 6,
    inDocuments: true,
  },
  { pattern: /(?:^|\n)\s{0,9}(?:客戶|業務員|學員|user|client|trainee|human)\s{0,9}[:：]/giu, weight: 5 },
  {
    pattern:
      /[【〔[（(](?:系統|管理|後台|評語|旁白|備註|註記|admin|system|sys|note to)[^】〕\])）]{0,16}[】〕\])）:：]/giu,
    weight: 6,
  },
  // Code of any kind: enough to be careful with.
  { pattern: /[{}<>`|\\]|^---$|"\s{0,9}:|[A-Za-z0-9+/=_-]{24,}/gmu, weight: 3 },
]

const MOST_PLACES = 6

/**
 * @param inDocument leaves out the forms that documents have for people: tables, fields, dialogues.
 * @returns stretches that are written for a machine to read; each form is met from left to right once.
 */
export function findMarkup(original: string, inDocument = false): InstructionSpan[] {
  const text = original.normalize('NFKC').length === original.length ? original.normalize('NFKC') : original
  const spans: InstructionSpan[] = []
  for (const { pattern, weight, inDocuments } of FORMS) {
    if (inDocument && !inDocuments) continue
    let count = 0
    for (const found of text.matchAll(pattern)) {
      if (++count > MOST_PLACES) break
      spans.push({ ...toLine(text, found.index, found.index + found[0].length), weight })
    }
  }
  return spans
}

/** The line, or the sentence, that the form stands in. */
function toLine(text: string, start: number, end: number): { start: number; end: number } {
  const before = text.slice(0, start)
  const from =
    Math.max(before.lastIndexOf('\n'), before.lastIndexOf('。'), before.lastIndexOf('！'), before.lastIndexOf('？')) + 1
  const after = text.slice(end).search(/[\n。！？]/u)
  return { start: from, end: after < 0 ? text.length : end + after }
}
