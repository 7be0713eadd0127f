import type { CertificateKind, CertificatePrint } from '~/domain/print-ports'
import { COLOURS, type Frame } from '../layout/page-parts'
import type { PrintDocument } from '../layout/print-document'
import { writeDate } from './document-words'

const LANDSCAPE: Frame = { left: 90, width: 661.89, top: 62, bottom: 530, pageWidth: 841.89, pageHeight: 595.28 }

const DEEDS: Record<CertificateKind, string> = {
  quiz: '通過測驗',
  roleplay: '通過對練驗收',
  course: '修畢課程',
}

/** One page across, with a code that anybody can check. */
export function buildCertificateDocument({ certificate, verifyUrl, issuedOn }: CertificatePrint): PrintDocument {
  const { personName, kind, title, points, code } = certificate
  const centred = { kind: 'text', align: 'centre' } as const
  return {
    title: `結業證明：${personName}`,
    author: '對練',
    cover: null,
    hasContents: false,
    body: [
      { kind: 'gap', height: 44 },
      { ...centred, rich: [{ text: '證　明　書', size: 32, weight: 'bold', colour: COLOURS.teal }], look: 'title' },
      { kind: 'gap', height: 26 },
      { ...centred, rich: '茲證明', look: 'lead' },
      { ...centred, rich: personName, look: 'title', gap: 10 },
      { ...centred, rich: `${DEEDS[kind]}`, look: 'lead', gap: 10 },
      { ...centred, rich: `「${title}」`, look: 'subtitle', gap: 6 },
      ...(points === null
        ? []
        : [{ ...centred, rich: `成績 ${Math.round(points)} 分（滿分 100）`, look: 'lead', gap: 6 } as const]),
      { ...centred, rich: writeDate(issuedOn), look: 'lead', gap: 16 },
      { kind: 'gap', height: 20 },
      {
        ...centred,
        rich: [
          { text: '證書編號　', colour: COLOURS.soft },
          { text: code, weight: 'medium', size: 13 },
        ],
        gap: 10,
      },
      { ...centred, rich: verifyUrl, look: 'small', gap: 2, link: verifyUrl },
      {
        ...centred,
        rich: '在上面的網址輸入編號，可以查到這張證書發給誰、為了什麼、哪一天。',
        look: 'small',
        gap: 2,
      },
    ],
    frame: LANDSCAPE,
    footLine: '對練訓練證明，不是法定的證照或登錄資格。',
    ornament: 'double-frame',
  }
}
