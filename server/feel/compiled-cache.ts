/** The most recently used values by text, at most so many. */
export class CompiledCache<T> {
  private readonly entries = new Map<string, T>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  /** The value of the text, made if it is not there. What throws is not kept. */
  get(text: string, make: (text: string) => T): T {
    const known = this.entries.get(text)
    const value = known ?? make(text)
    if (known !== undefined) this.entries.delete(text)
    else if (this.entries.size >= this.limit) this.dropOldest()
    this.entries.set(text, value)
    return value
  }

  private dropOldest(): void {
    const oldest = this.entries.keys().next()
    if (!oldest.done) this.entries.delete(oldest.value)
  }
}
