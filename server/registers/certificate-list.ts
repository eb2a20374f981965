import type { Database } from 'better-sqlite3'
import { dayOf, type Instant } from '../deadlines/office-day.ts'
import type { BoundedPage } from './cases/bounded-list.ts'
import { holdsAll } from './cases/word-stream.ts'
import type { Certificate, CertificateKind, CertificateState, Certificates } from './certificates.ts'
import { allOf, orderedPage, type Place, type PlaceStream } from './ordered-list.ts'
import { openPersonnelStreams } from './personnel-words.ts'
import { openRegisterVersions } from './register-versions.ts'

/** What the register of certificates is searched by. */
export interface CertificateQuery {
  /** Two characters of the holder's name, or a number. */
  q?: string | undefined
  kind?: CertificateKind | undefined
  state?: CertificateState | undefined
  /** Only those that end on this office date or before. */
  endingBy?: string | undefined
  limit: number
  /** Where the page before ended. */
  after?: string | undefined
  /** Leaves out what had not begun by the instant. */
  isPast?: boolean
}

/** A certificate in its list. */
export type ListedCertificate = Certificate & { personName: string }

/** The register of certificates by last day, page by page. */
export interface CertificateList {
  /** As they stood at an instant. */
  page(query: CertificateQuery, instant: Instant): BoundedPage<ListedCertificate>
  /** Every one, one after another. */
  all(instant: Instant): Iterable<ListedCertificate>
}

/** Prepares the questions once. */
export function openCertificateList(db: Database, certificates: Certificates): CertificateList {
  const versions = openRegisterVersions(db)
  const byWord = openPersonnelStreams(db, 'certificates')
  const streams = openStreams(db)
  const found = (id: string, instant: Instant): ListedCertificate | undefined => {
    const certificate = certificates.find(id, instant)
    const holder = certificate && versions.find('persons', certificate.personId, dayOf(instant))
    return certificate && { ...certificate, personName: String(holder?.name ?? certificate.personId) }
  }
  return {
    page({ q = '', kind, state, endingBy, limit, after, isPast }, instant) {
      const find = (id: string) => {
        const each = found(id, instant)
        if (!each || (kind !== undefined && each.kind !== kind) || (state !== undefined && each.state !== state))
          return undefined
        if (isPast && each.validFrom > dayOf(instant)) return undefined
        return holdsAll(`${each.number} ${each.personName} ${each.personId}`, q) ? each : undefined
      }
      const stream = endingFrom(state, dayOf(instant), (q && byWord(q)) || streams.inState(state))
      const until: PlaceStream = (from, portion) =>
        stream(from, portion).filter(({ place }) => place <= (endingBy ?? EVER))
      return orderedPage(until, find, { limit, from: after === undefined ? undefined : streams.placeOf(after) })
    },
    all: instant => allOf(streams.inState(undefined), id => found(id, instant)),
  }
}

/** Later than every day. */
const EVER = '9999-12-31'
/** Follow from the dates; every other state is entered by somebody. */
const BY_DATE: ReadonlySet<CertificateState> = new Set(['valid', 'pending', 'expired'])

/** What is valid or to come ends today at the earliest: the list begins there. */
function endingFrom(state: CertificateState | undefined, day: string, stream: PlaceStream): PlaceStream {
  if (state !== 'valid' && state !== 'pending') return stream
  return (after, limit) => stream(after.place >= day ? after : { place: day, id: '' }, limit)
}

function openStreams(db: Database) {
  const all = db.prepare<object, Place>(
    `SELECT valid_to AS place, certificate_id AS id FROM certificate WHERE (valid_to, certificate_id) > (@place, @id)
     ORDER BY valid_to, certificate_id LIMIT @limit`,
  )
  // What was suspended, withdrawn, cancelled or lost is little beside all there are.
  const turned = db.prepare<object, Place>(
    `SELECT DISTINCT valid_to AS place, certificate_id AS id FROM certificate_state JOIN certificate USING (certificate_id)
     WHERE state = @state AND (valid_to, certificate_id) > (@place, @id) ORDER BY valid_to, certificate_id LIMIT @limit`,
  )
  const place = db.prepare<[string], Place>(
    'SELECT valid_to AS place, certificate_id AS id FROM certificate WHERE certificate_id = ?',
  )
  return {
    inState:
      (state: CertificateState | undefined): PlaceStream =>
      (after, limit) =>
        state === undefined || BY_DATE.has(state)
          ? all.all({ ...after, limit })
          : turned.all({ ...after, state, limit }),
    placeOf: (certificateId: string) => place.get(certificateId),
  }
}
