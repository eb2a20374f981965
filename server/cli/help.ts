import { describeSettings } from '../config.ts'

/** What `npm start -- --help` prints. */
export function helpText(): string {
  return `循法 Xunfa

  npm start                builds if needed and serves
  npm start -- --empty     the same without the demonstration: a new office and the link to set it up
  npm start -- verify      walks the journal's chain and compares every derived table with its rebuild
  npm start -- lint <folder>
                           says what is wrong with the procedures of a folder; without one, with those of the product
  npm start -- client-token
                           makes a token for a Zeebe client, and the hash that the setting ZEEBE_CLIENTS wants
  npm start -- --help      this text

Settings (environment variables)

${describeSettings()}
`
}
