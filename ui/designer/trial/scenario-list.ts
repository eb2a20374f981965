import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ScenarioRun } from '../../answers/rehearsals.ts'
import { rehearsals } from '../../api-rehearsals.ts'
import type { BundleFile } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { problemText } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { language } from '../../preferences.ts'
import { problemOf } from '../../problem.ts'
import { t } from '../../words/index.ts'

const ENDING = '.scenario.json'

/** The scenarios of a draft, run with one button; each with how it went and where it differs first. Fires `xf-file` to remove one. */
@customElement('xf-scenario-list')
export class ScenarioList extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); margin-bottom: var(--s2); }
      h2 { margin: 0; font-size: var(--t-body); }
      ul { margin: 0; padding: 0; list-style: none; }
      li { padding: 6px 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: 72px minmax(0, 1fr) auto; gap: var(--s2); align-items: baseline; }
      li p { grid-column: 2 / -1; margin: 0; color: var(--ink-2); overflow-wrap: anywhere; }
      .green { color: var(--green); }
      .red { color: var(--red); }
      .uncast { color: var(--amber); }
    `,
  ]

  @property({ attribute: false }) files: readonly BundleFile[] = []
  @property({ type: Boolean }) isReadOnly = false
  @state() private runs: readonly ScenarioRun[] = []
  @state() private busy = false
  @state() private failure = ''

  private get scenarios(): readonly BundleFile[] {
    return this.files.filter(({ name }) => name.endsWith(ENDING))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // How it went before the draft was changed says nothing of the draft as it is.
    if (changed.has('files') && contentOf(changed.get('files')) !== contentOf(this.files)) this.runs = []
  }

  private readonly run = async () => {
    this.busy = true
    this.failure = ''
    try {
      const { items } = await rehearsals.runScenarios(this.files)
      this.runs = items
    } catch (error) {
      this.failure = problemText(problemOf(error))
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const { scenarios, runs } = this
    const red = runs.filter(({ isGreen, isUncast }) => !isGreen && !isUncast).length
    return html`<div class="head"><h2>${t('scenario.title')}</h2>
        ${scenarios.length > 0 ? html`<button class="btn" type="button" ?disabled=${this.busy} @click=${this.run}>${icon('play')}${t(this.busy ? 'scenario.running' : 'scenario.runAll')}</button>` : nothing}
        <span role="status" class=${red > 0 ? 'red' : 'green'}>${saidOf(runs, red)}</span></div>
      ${this.failure ? html`<p class="red" role="alert">${this.failure}</p>` : nothing}
      ${scenarios.length === 0 ? html`<p class="dim">${t('scenario.none')}</p>` : html`<ul>${scenarios.map(file => this.renderScenario(file))}</ul>`}`
  }

  private renderScenario(file: BundleFile): TemplateResult {
    const run = this.runs.find(each => each.file === file.name)
    const state = run && stateOf(run)
    return html`<li data-file=${file.name} data-state=${state ?? nothing}>
      <span class=${state ?? 'dim'}>${t(state === undefined ? 'scenario.notRun' : `scenario.${state}`)}</span>
      <span>${nameOf(file)} ${run ? html`<small class="dim">${t('scenario.steps', { n: run.steps })}</small>` : nothing}</span>
      ${this.isReadOnly ? nothing : html`<button class="btn quiet" type="button" @click=${() => this.tell('xf-file', { name: file.name, content: null })}>${t('scenario.drop')}</button>`}
      ${run?.problem ? html`<p>${run.problem[language() === 'en' ? 'en' : 'zh']}</p>` : nothing}
    </li>`
  }
}

const stateOf = ({ isGreen, isUncast }: ScenarioRun) => (isGreen ? 'green' : isUncast ? 'uncast' : 'red')

/** Of those that could be played. */
function saidOf(runs: readonly ScenarioRun[], red: number): string {
  if (red > 0) return t('scenario.someRed', { n: red })
  const green = runs.filter(({ isGreen }) => isGreen).length
  return green > 0 ? t('scenario.allGreen', { n: green }) : ''
}

function contentOf(files: readonly BundleFile[] | undefined): string {
  return (files ?? []).map(({ name, content }) => `${name}\n${content}`).join('\n')
}

/** What it is called in it, else its file. */
function nameOf({ name, content }: BundleFile): string {
  try {
    const { name: told } = JSON.parse(content) as { name?: unknown }
    return typeof told === 'string' ? told : name
  } catch {
    return name
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-scenario-list': ScenarioList
  }
}
