import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type { CertificateMatter, CertificateReport, Officer, Page, PublicNotice } from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined
type Filter = Record<string, string>
const until = (signal: Signal) => (signal ? { init: { signal } } : {})
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()

/** The questions about matters of certificates. */
export const certificatesOf = (server: Server) => ({
  certificateMatters: (query: Filter, signal?: Signal): Promise<Page<CertificateMatter>> =>
    read(server['certificate-matters'].$get({ query }, until(signal))),
  officers: (query: Filter, signal?: Signal): Promise<Page<Officer>> =>
    read(server.officers.$get({ query }, until(signal))),
  publicNotices: (query: Filter, signal?: Signal): Promise<Page<PublicNotice>> =>
    read(server['public-notices'].$get({ query }, until(signal))),
  certificateReport: (signal?: Signal): Promise<CertificateReport> =>
    read(server['certificate-report'].$get({ query: {} }, until(signal))),
})
