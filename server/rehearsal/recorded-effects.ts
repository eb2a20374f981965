import type { Channel, Message } from '../notifications/channels/channel.ts'

/** Something that would have left the office. */
export interface OutsideEffect {
  /** UTC ms of the rehearsal's clock. */
  at: number
  channel: Channel['name']
  /** Name of the person or address of the system it is for. */
  to: string
  subject: string
}

/** The ways out of a rehearsal office: what is sent is written down here and goes nowhere. */
export function recordingChannels(hasMail: boolean): { channels: Channel[]; effects: OutsideEffect[] } {
  const effects: OutsideEffect[] = []
  const record = (name: Channel['name']): Channel => ({
    name,
    send: async message => void effects.push(effectOf(name, message)),
    close: () => {},
  })
  return { channels: [...(hasMail ? [record('mail')] : []), record('webhook')], effects }
}

function effectOf(channel: Channel['name'], { at, to, hook, subject }: Message): OutsideEffect {
  return { at, channel, to: to?.name ?? hook?.url ?? '', subject }
}
