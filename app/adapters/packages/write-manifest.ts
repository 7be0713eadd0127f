import { create } from 'xmlbuilder2'
import type { ScormVersion } from '~/domain/course/scorm-versions'

const SPACES = {
  '1.2': {
    package: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
    scorm: 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    schemaversion: '1.2',
    scormType: 'adlcp:scormtype',
  },
  '2004': {
    package: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    scorm: 'http://www.adlnet.org/xsd/adlcp_v1p3',
    schemaversion: '2004 4th Edition',
    // The schema of 2004 does not refuse the spelling of 1.2, and a platform would then see no SCO.
    scormType: 'adlcp:scormType',
  },
} as const

/**
 * The manifest of a package with one SCO.
 * Source: ADL SCORM 1.2 and 2004 4th edition, Content Aggregation Model, "Content Packaging".
 */
export function writeManifest(
  version: ScormVersion,
  input: { id: string; title: string; start: string; files: readonly string[] },
): string {
  const spaces = SPACES[version]
  const manifest = create({ version: '1.0', encoding: 'UTF-8' }).ele(spaces.package, 'manifest', {
    identifier: `DUILIAN-${input.id}`,
    version: '1.0',
    'xmlns:adlcp': spaces.scorm,
  })
  const metadata = manifest.ele('metadata')
  metadata.ele('schema').txt('ADL SCORM')
  metadata.ele('schemaversion').txt(spaces.schemaversion)
  const organization = manifest.ele('organizations', { default: 'ORG' }).ele('organization', { identifier: 'ORG' })
  organization.ele('title').txt(input.title)
  const item = organization.ele('item', { identifier: 'ITEM', identifierref: 'SCO', isvisible: 'true' })
  item.ele('title').txt(input.title)
  const resource = manifest.ele('resources').ele('resource', {
    identifier: 'SCO',
    type: 'webcontent',
    href: input.start,
    [spaces.scormType]: 'sco',
  })
  for (const href of input.files) resource.ele('file', { href })
  return manifest.end({ prettyPrint: true })
}
