import { ContentFault } from '../app/adapters/files/content-fault'
import { loadContent } from '../app/adapters/files/load-content'
import { loadDemoTalks } from '../app/adapters/files/load-demo-talks'
import type { Content } from '../app/domain/content'
import { collectPersonaLines } from '../app/domain/persona/collect-lines'

/** Prints every fault of the data files (exit code 1), or how much they hold. `npm run check:content -- [folder]`. */
async function main(rootDir: string): Promise<number> {
  try {
    const content = await loadContent(rootDir)
    await loadDemoTalks(rootDir, content)
    console.log(renderCounts(content))
    return 0
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error
    console.log(error.message)
    return 1
  }
}

function renderCounts(content: Content): string {
  const scenariosOf = (personaId: string) => [...content.scenarios.values()].filter((one) => one.persona === personaId)
  const rows = [...content.personas.values()].map((persona) => [
    persona.id,
    String(persona.age),
    String(persona.facts.length),
    String(persona.hidden.length),
    String(persona.worries.length),
    String(persona.questions.length),
    String(collectPersonaLines(persona).length),
    scenariosOf(persona.id)
      .map((scenario) => `${scenario.id} (${scenario.difficulty})`)
      .join(', '),
  ])
  const totals = [
    `observations ${content.catalogue.entries.size}`,
    `duties ${content.duties.duties.length}`,
    `wordings ${content.wordings.length}`,
    `products ${content.products.size}`,
    `guides ${content.guides.size}`,
    `personas ${content.personas.size}`,
    `scenarios ${content.scenarios.size}`,
  ]
  const head = ['persona', 'age', 'facts', 'hidden', 'worries', 'questions', 'lines', 'scenarios (difficulty)']
  return [...renderTable([head, ...rows]), '', totals.join(' · ')].join('\n')
}

function renderTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}

process.exitCode = await main(process.argv[2] ?? process.cwd())
