/** Who works here today, as far as rules about people ask: given as data, so that browser and server judge alike. */
export interface Roster {
  people: readonly RosterPerson[]
  /** Ids of the street offices: a procedure is judged in each of them. */
  streets: readonly { id: string; name: string }[]
}

/** Somebody who holds an office today. */
export interface RosterPerson {
  id: string
  name: string
  /** `role@org` of each present appointment. */
  groups: readonly string[]
  /** Kinds of certificates that are valid today. */
  certificates: readonly string[]
  /** May review penalty decisions (行政处罚法 第58条第2款). */
  isQualified: boolean
  /** The last day on which he is away, if he is today. */
  awayUntil?: string
}
