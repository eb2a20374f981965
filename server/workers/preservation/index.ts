import type { Worker } from '../worker.ts'
import { disposeGoods } from './dispose-goods.ts'
import { listGoods } from './list-goods.ts'
import { noteGoods } from './note-goods.ts'

/** The jobs of `evidence-preservation`. */
export const preservationWorkers: readonly Worker[] = [listGoods, disposeGoods, noteGoods]
