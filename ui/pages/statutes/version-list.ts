import { html, nothing, type TemplateResult } from 'lit'
import type { StatuteVersion } from '../../api-types.ts'
import { shortTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** The versions of a law, the latest first; `acts` are those on a version whose text is there. */
export function versionList(
  versions: readonly StatuteVersion[],
  acts: (version: StatuteVersion) => TemplateResult | typeof nothing,
): TemplateResult {
  return html`<ol class="versions">
    ${versions.map(
      version => html`<li data-version=${version.inForceFrom} aria-current=${version.isShown ? 'true' : nothing}>
        <a href="?day=${version.inForceFrom}"><b>${period(version)}</b></a>
        ${version.isShown ? html`<span class="tag live">${t('statute.shown')}</span>` : nothing}
        ${version.textId === null ? html`<div class="dim">${t('statute.noText')}</div>` : html`${facts(version)}${acts(version)}`}
      </li>`,
    )}
  </ol>`
}

const period = ({ inForceFrom: from, inForceTo: to }: StatuteVersion): string =>
  to === null ? t('statute.version', { from }) : t('statute.versionTo', { from, to })

/** `3-2` is an article that was put in behind the third. */
function articleText(article: string): string {
  const [number, inserted] = article.split('-')
  return inserted === undefined ? `第${number}条` : `第${number}条之${inserted}`
}

function facts({
  promulgatedOn,
  articles,
  replaced,
  importedBy,
  importedAt,
  fileName,
}: StatuteVersion): TemplateResult {
  const changed = replaced.map(articleText).join('、')
  return html`<div class="sub">${promulgatedOn ? t('statute.promulgated', { day: promulgatedOn }) : nothing} · ${t('statutes.articles', { n: articles })}</div>
    ${replaced.length > 0 ? html`<div class="sub">${t('statute.replaced', { articles: changed })}</div>` : nothing}
    ${importedBy && importedAt ? html`<div class="dim small">${t('statute.importedBy', { name: importedBy.name, time: shortTime(importedAt), file: fileName ?? '' })}</div>` : nothing}`
}
