import { html, type TemplateResult } from 'lit'
import { fileAddress } from '../../api.ts'
import type { StoredFile } from '../../api-types.ts'
import { emptyFace } from '../../components/faces.ts'
import { type IconName, icon } from '../../components/icon.ts'
import { t } from '../../words/index.ts'

/** The files of the case, each a link. */
export function materialsPart(files: readonly StoredFile[]): TemplateResult {
  if (files.length === 0) return emptyFace(t('task.noMaterials'), t('task.noMaterialsText'))
  return html`<ol class="mat">
    ${files.map(file => html`<li>${icon(iconOf(file.type))}<span class="cut"><a href=${fileAddress(file)} download=${file.name}>${file.name}</a></span><small>${sizeText(file.size)}</small></li>`)}
  </ol>`
}

function iconOf(type: string): IconName {
  if (type.startsWith('image/')) return 'photo'
  return type.startsWith('video/') ? 'video' : 'doc'
}

function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
