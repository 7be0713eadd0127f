import { readdir } from 'node:fs/promises'
import path from 'node:path'
import {
  type Exemplar,
  exemplarFileSchema,
  listExemplars,
} from '../../domain/judging/observer/classifier/exemplar-schema'
import { ContentFault } from './content-fault'
import { loadYamlFile } from './load-yaml-file'
import { validateYaml } from './validate-yaml'

const FOLDER = 'content/exemplars'

/** Our own example utterances, in the order of files and lines. @throws ContentFault with the faults of all files together. */
export async function loadExemplars(rootDir: string): Promise<Exemplar[]> {
  const names = (await readdir(path.join(rootDir, FOLDER))).filter((name) => name.endsWith('.yaml')).sort()
  const read = await Promise.all(
    names.map(async (name) => validateYaml(await loadYamlFile(rootDir, `${FOLDER}/${name}`), exemplarFileSchema)),
  )
  const faults = read.flatMap((one) => one.faults)
  if (faults.length > 0) throw new ContentFault(faults)
  return read.flatMap(({ value }) => (value ? listExemplars(value) : []))
}
