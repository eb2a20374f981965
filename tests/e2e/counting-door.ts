import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A door before the server that counts who stands in it; a browser's own count leaves out what its workers ask. */
export interface CountingDoor {
  url: string
  /** Requests for a path that are under way now. */
  open(path: string): number
  close(): void
}

/** Opens a door that lets everything through to the server at the address. */
export async function openDoor(address: string): Promise<CountingDoor> {
  const { hostname, port } = new URL(address)
  const underWay = new Set<IncomingMessage>()
  const pass = (incoming: IncomingMessage, answer: ServerResponse) => {
    underWay.add(incoming)
    const { method, url: path, headers } = incoming
    const onward = request({ hostname, port, method, path, headers }, given => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => {
      underWay.delete(incoming)
      onward.destroy()
    })
    incoming.pipe(onward)
  }
  const door = createServer(pass).listen(0, '127.0.0.1')
  await once(door, 'listening')
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    open: path => [...underWay].filter(({ url }) => url === path).length,
    close() {
      door.close()
      door.closeAllConnections()
    },
  }
}
