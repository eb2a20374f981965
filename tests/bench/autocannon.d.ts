/** What of autocannon is used here. */
declare module 'autocannon' {
  interface LoadRequest {
    method?: string
    path?: string
    body?: string
    headers?: Record<string, string>
    setupRequest?(request: LoadRequest): LoadRequest
  }
  interface LoadResult {
    requests: { average: number }
    latency: { p50: number; p99: number }
    non2xx: number
    errors: number
  }
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default function autocannon(options: {
    url: string
    connections: number
    duration: number
    headers: Record<string, string>
    requests: LoadRequest[]
  }): Promise<LoadResult>
}
