/** What extension elements that say one thing each are called in the keys of properties. */
export const EXTENSIONS: Readonly<Record<string, string>> = {
  'zeebe:FormDefinition': 'form',
  'zeebe:AssignmentDefinition': 'assignment',
  'zeebe:TaskDefinition': 'job',
  'zeebe:Script': 'script',
  'zeebe:CalledDecision': 'decision',
  'zeebe:CalledElement': 'call',
  'zeebe:Subscription': 'subscription',
  'zeebe:TaskSchedule': 'schedule',
  'zeebe:PriorityDefinition': 'priority',
  'zeebe:LoopCharacteristics': 'loop',
}

/** A list whose members have a name and a value. */
export interface ListedKeys {
  /** The first part of their keys: `header` of `header:limit`. */
  family: string
  /** The extension element they lie in, and where in it. */
  holder: string
  list: string
  item: string
  /** Which of their attributes is what. */
  name: string
  value: string
}

/** The lists of named values that extension elements hold. */
export const LISTED: readonly ListedKeys[] = [
  {
    ...{ family: 'header', holder: 'zeebe:TaskHeaders', list: 'values', item: 'zeebe:Header' },
    ...{ name: 'key', value: 'value' },
  },
  {
    ...{ family: 'property', holder: 'zeebe:Properties', list: 'properties', item: 'zeebe:Property' },
    ...{ name: 'name', value: 'value' },
  },
  {
    ...{ family: 'input', holder: 'zeebe:IoMapping', list: 'inputParameters', item: 'zeebe:Input' },
    ...{ name: 'target', value: 'source' },
  },
  {
    ...{ family: 'output', holder: 'zeebe:IoMapping', list: 'outputParameters', item: 'zeebe:Output' },
    ...{ name: 'target', value: 'source' },
  },
]

/** Twice the same name: the second is told apart by its number. */
export function freeKey(key: string, taken: Readonly<Record<string, unknown>>): string {
  if (!(key in taken)) return key
  let number = 2
  while (`${key}#${number}` in taken) number += 1
  return `${key}#${number}`
}
