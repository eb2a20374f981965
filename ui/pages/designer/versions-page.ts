import { customElement } from 'lit/decorators.js'
import { type DefinitionFiles, definitionFiles } from '../../api-definition-files.ts'
import { t } from '../../words/index.ts'
import { type Compared, ComparedPage, compared } from './compared-page.ts'

/** Two published versions of a procedure: `/designer/<key of any version>/versions/1..2`. */
@customElement('xf-versions-page')
export class VersionsPage extends ComparedPage {
  protected override async load(signal: AbortSignal): Promise<Compared> {
    const { key = '', range = '' } = this.params
    const known = await definitionFiles(key, signal)
    const [a = 0, b = 0] = range.split('..').map(Number)
    const [before, after] = await Promise.all([version(known, a, signal), version(known, b, signal)])
    const side = ({ version: n, files }: DefinitionFiles) => [t('compare.version', { n }), files] as const
    return compared(known.name, `/designer/${key}`, side(before), side(after))
  }
}

/** A number nobody knows is asked for as it is, and not found. */
function version(known: DefinitionFiles, number: number, signal: AbortSignal): Promise<DefinitionFiles> {
  const found = known.versions.find(each => each.version === number)
  return definitionFiles(found?.processDefinitionKey ?? String(number), signal)
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-versions-page': VersionsPage
  }
}
