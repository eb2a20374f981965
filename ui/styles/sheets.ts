import { type CSSResult, unsafeCSS } from 'lit'
import base from './base.css?inline'
import controls from './controls.css?inline'
import lists from './lists.css?inline'
import marks from './marks.css?inline'
import notes from './notes.css?inline'

/** The shared style sheets every component adopts: one constructed sheet each, however many roots use it. */
export const sharedSheets: CSSResult[] = [base, marks, controls, lists, notes].map(text => unsafeCSS(text))
