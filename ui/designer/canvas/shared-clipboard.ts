import type { ModdleElement } from '../../../server/bpmn/moddle.ts'
import type { BundleFile } from '../../api-types.ts'

/** Makes elements of the BPMN tree. */
interface Moddle {
  create(type: string, attributes: object): ModdleElement
}

/** Where what was copied is kept, for the pages of other drafts too. */
const PLACE = 'xf-copied'

/** What was copied, for every page of this browser: a step is carried from one draft to another as it is, its form and its table with it. */
export class SharedClipboard {
  static readonly $inject = ['moddle']
  private copied: unknown
  private files: readonly BundleFile[] = []
  private text: string | null = null

  constructor(private readonly moddle: Moddle) {}

  get(): unknown {
    this.look()
    return this.copied
  }

  /** The forms and tables that what was copied needs. */
  needed(): readonly BundleFile[] {
    this.look()
    return this.files
  }

  set(copied: unknown): void {
    this.keep(copied, [])
  }

  /** Lays the forms and tables beside what was copied. */
  carry(files: readonly BundleFile[]): void {
    this.keep(this.copied, files)
  }

  clear(): unknown {
    const copied = this.get()
    this.set(undefined)
    return copied
  }

  isEmpty(): boolean {
    return this.get() === undefined
  }

  /** What no other page has changed needs no reading; without storage this page keeps it alone. */
  private look(): void {
    const text = stored()
    if (text === null || text === this.text) return
    this.text = text
    const { copied, files } = readCopied(text, this.moddle)
    this.copied = copied
    this.files = files
  }

  private keep(copied: unknown, files: readonly BundleFile[]): void {
    this.copied = copied
    this.files = files
    this.text = writeCopied({ copied, files })
    try {
      localStorage.setItem(PLACE, this.text)
    } catch {
      // Storage may be full or forbidden; copying within this page goes on.
    }
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(PLACE)
  } catch {
    return null
  }
}

interface Kept {
  copied: unknown
  files: readonly BundleFile[]
}

/** What was copied as text. A shape finds its element anew when it is put down. */
const writeCopied = (kept: Kept): string =>
  JSON.stringify(kept, (key, value) => (key === 'bpmnElement' ? undefined : value))

/** Reads that again: what has a type becomes an element of the tree. Text that is none is nothing copied. */
function readCopied(text: string, moddle: Moddle): Kept {
  try {
    const kept: unknown = JSON.parse(text, (_, value) => (isElement(value) ? revived(value, moddle) : value))
    const { copied, files } = kept as Partial<Kept>
    return { copied, files: files ?? [] }
  } catch {
    return { copied: undefined, files: [] }
  }
}

const isElement = (value: unknown): value is { $type: string } =>
  typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string'

function revived({ $type, ...attributes }: { $type: string }, moddle: Moddle): ModdleElement {
  const element = moddle.create($type, attributes)
  for (const child of Object.values(attributes).flat()) if (isElement(child)) Object.assign(child, { $parent: element })
  return element
}
