import { parseArgs } from 'node:util'
import { breaks, PROPERTIES } from './hold.ts'

/** As many random cases as one has time for: `npx tsx tests/engine/property/soak.ts --runs 5000 [--seed 1]`. Exit code 1 if one breaks a property. */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() % 0x7fffffff)
console.log(`seed ${seed}`)
for (const name of Object.keys(PROPERTIES)) {
  const broken = await breaks(name, Number(values.runs), seed)
  console.log(broken ?? `${values.runs} cases: ${name}`)
  if (broken) process.exitCode = 1
}
