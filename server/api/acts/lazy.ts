/** An object whose members are computed when they are first read, and kept. */
export function lazy<T extends object>(members: { readonly [Name in keyof T]: () => T[Name] }): T {
  const object = {} as T
  for (const name of Object.keys(members) as (keyof T)[])
    Object.defineProperty(object, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = members[name]()
        Object.defineProperty(object, name, { value, enumerable: true })
        return value
      },
    })
  return object
}
