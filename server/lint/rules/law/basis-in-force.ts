import type { ProcedureModel } from '../../model.ts'
import type { Finding, Rule } from '../../rule.ts'

/** What a task or a request cites is an article in force. */
export const basisInForce: Rule = {
  id: 'basis-in-force',
  severity: 'error',
  title: { zh: '依据是现行条文', en: 'The basis is an article in force' },
  doc: {
    why: '引错条文、引已废止的条文，作出的决定会被撤销；任务页上也打不开那一条。',
    mend: '写作“法律简称 第N条”（如 行政处罚法 第58条），多条用分号隔开；法规库里没有的先补；未核实的在末尾加【待核】。',
  },
  check: findFaulty,
}

function findFaulty({ words, known }: ProcedureModel): Finding[] {
  const cited = [
    ...words.userTasks.flatMap(({ id, basis }) => basis.map(reference => ({ elementId: id, reference }))),
    ...words.properties.requests.flatMap(({ basis }) => basis.map(reference => ({ elementId: words.id, reference }))),
  ]
  return cited.flatMap(({ elementId, reference }): Finding[] => {
    const fault = known.citationFault(reference)
    if (!fault) return []
    const message =
      fault === 'unknown'
        ? { zh: `法规库里没有“${reference}”。`, en: `No article is known as “${reference}”.` }
        : { zh: `“${reference}”现在不在有效期内。`, en: `“${reference}” is not in force now.` }
    return [{ elementId, message, law: reference }]
  })
}
