import type { Content } from '../../domain/content'
import { type DemoTalk, demoTalksFileSchema } from '../../domain/roleplay/demo-talk-schema'
import { ContentFault } from './content-fault'
import { loadYamlFile } from './load-yaml-file'
import { placeFault, validateYaml } from './validate-yaml'

const FILE = 'content/demo-talks.yaml'

/** The talks of the demo's trainees, oldest first. @throws ContentFault with every fault of the file. */
export async function loadDemoTalks(rootDir: string, content: Pick<Content, 'scenarios'>): Promise<DemoTalk[]> {
  const yaml = await loadYamlFile(rootDir, FILE)
  const { value, faults } = validateYaml(yaml, demoTalksFileSchema)
  if (!value) throw new ContentFault(faults)
  const unknown = value.talks.flatMap(({ scenario }, index) =>
    content.scenarios.has(scenario)
      ? []
      : [placeFault(yaml, ['talks', index, 'scenario'], `there is no scenario '${scenario}'`)],
  )
  if (unknown.length > 0) throw new ContentFault(unknown)
  return value.talks.sort((a, b) => b.daysAgo - a.daysAgo)
}
