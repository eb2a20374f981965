import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type {
  CertificateMatter,
  CertificateReport,
  Officer,
  Page,
  PreservedGood,
  ProvinceReport,
  PublicNotice,
} from './api-types.ts'

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
  provinceReports: (query: Filter, signal?: Signal): Promise<Page<ProvinceReport>> =>
    read(server['province-reports'].$get({ query }, until(signal))),
  sendProvinceReport: (reportId: string): Promise<ProvinceReport> =>
    read(server['province-reports'][':reportId'].attempts.$post({ param: { reportId } })),
  answerProvinceReport: async (
    reportId: string,
    answer: { isAccepted: boolean; receiptNo?: string; note?: string },
  ): Promise<void> =>
    void (await server['province-reports'][':reportId'].answer.$post({ param: { reportId }, json: answer })),
  preservedGoods: (query: Filter, signal?: Signal): Promise<Page<PreservedGood>> =>
    read(server['preserved-goods'].$get({ query }, until(signal))),
  certificateReport: (signal?: Signal): Promise<CertificateReport> =>
    read(server['certificate-report'].$get({ query: {} }, until(signal))),
})
