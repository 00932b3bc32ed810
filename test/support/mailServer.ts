import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server'
import { onTestFinished } from 'vitest'
import { selfSigned } from './certificate.ts'

/** What the server accepted. */
export interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** What the client asked of delivery notifications: `{ NOTIFY: … }`. */
  readonly rcptArgs: Readonly<Record<string, unknown>>
  readonly mailArgs: Readonly<Record<string, unknown>>
  readonly secure: boolean
  readonly user: string | undefined
  readonly raw: Buffer
  readonly mail: Email
}

type Step = 'connect' | 'mail' | 'rcpt' | 'data'

export interface MailServer {
  readonly port: number
  /** `smtp://localhost:PORT?tls=none`, or as it was opened. */
  readonly url: string
  /** PEM of its certificate, where it has one. */
  readonly cert: string | undefined
  readonly mails: readonly Received[]
  /** How many connections were opened so far. */
  readonly connections: number
  /** From now on this address is not taken. */
  refuse(address: string, code?: number, text?: string): void
  /** The next so many times a step is reached, it is answered so. */
  answers(step: Step, code: number, text: string, times?: number): void
  /** Each step takes so long. */
  slow(ms: number): void
  /** The next so many mails are taken in whole, and then the connection is cut without an answer; not under TLS. */
  cutAfterData(times?: number): void
  /** The next so many connections are cut as the step is reached; not under TLS. */
  cutAt(step: Step, times?: number): void
  down(): Promise<void>
  up(): Promise<void>
}

export interface MailServerOptions {
  /** none: no TLS at all. starttls: offered. implicit: from the first byte. */
  readonly tls?: 'none' | 'starttls' | 'implicit'
  readonly login?: { readonly user: string; readonly password: string }
  readonly more?: SMTPServerOptions
}

type Reply = (error?: Error | null) => void

/** A real SMTP server on a free port, that does as it is told; gone when the spec ends. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { tls = 'none', login } = options
  const certificate = tls === 'none' ? undefined : selfSigned()
  const script = newScript()
  const mails: Received[] = []
  const sockets = new Map<number, Socket>()
  let opened = 0
  const cut = ({ remotePort }: SMTPServerSession) => void sockets.get(remotePort)?.destroy()
  const make = () => {
    const server = new SMTPServer({
      ...{ secure: tls === 'implicit', authOptional: login === undefined, hideDSN: false, closeTimeout: 100 },
      ...(certificate ?? {}),
      disabledCommands: [...(tls === 'none' ? ['STARTTLS'] : []), ...(login === undefined ? ['AUTH'] : [])],
      ...{ disableReverseLookup: true, logger: false },
      onConnect: (session, reply) => void script.at('connect', reply, () => cut(session)),
      onAuth: ({ username, password }, _, reply) =>
        username === login?.user && password === login?.password
          ? reply(null, { user: username })
          : reply(smtpError(535, '5.7.8 Authentication credentials invalid')),
      onMailFrom: (_, session, reply) => void script.at('mail', reply, () => cut(session)),
      onRcptTo: ({ address }, session, reply) =>
        void script.at('rcpt', reply, () => cut(session), script.refused.get(address)),
      onData: (stream, session, reply) =>
        void buffer(stream).then(async (raw) => {
          if (script.cutsAfterData > 0) {
            script.cutsAfterData -= 1
            return cut(session)
          }
          const received = await readMail(raw, session)
          const answer: Reply = (error) => {
            if (!error) mails.push(received)
            reply(error)
          }
          await script.at('data', answer, () => cut(session))
        }),
      ...options.more,
    })
    server.on('error', () => undefined)
    server.server.on('connection', (socket: Socket) => {
      opened += 1
      // To destroy a socket under TLS can take all of Node 26 with it: those end with their server.
      if (tls !== 'none') return
      const { remotePort = 0 } = socket
      sockets.set(remotePort, socket)
      socket.on('error', () => undefined)
      socket.once('close', () => sockets.delete(remotePort))
    })
    return server
  }
  let server = make()
  const listen = (port: number) =>
    new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', () => resolve()))
  const down = async () => {
    for (const socket of sockets.values()) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  await listen(0)
  const { port } = server.server.address() as AddressInfo
  onTestFinished(down)
  const scheme = tls === 'implicit' ? 'smtps' : 'smtp'
  const user = login === undefined ? '' : `${login.user}@`
  return {
    ...{ port, mails, cert: certificate?.cert },
    url: `${scheme}://${user}localhost:${port}${tls === 'none' ? '?tls=none' : ''}`,
    get connections() {
      return opened
    },
    ...script.controls,
    down,
    async up() {
      server = make()
      await listen(port)
    },
  }
}

function newScript() {
  const refused = new Map<string, Error>()
  const planned: { step: Step; error: Error | 'cut' }[] = []
  let slowMs = 0
  const script = {
    ...{ refused, cutsAfterData: 0 },
    /** Answers one step as planned, or with `otherwise`, or well. */
    async at(step: Step, reply: Reply, cut: () => void, otherwise?: Error) {
      if (slowMs > 0) await delay(slowMs)
      const place = planned.findIndex((one) => one.step === step)
      const [next] = place === -1 ? [] : planned.splice(place, 1)
      if (next?.error === 'cut') cut()
      else reply(next?.error ?? otherwise ?? null)
    },
    controls: {
      refuse(address: string, code = 550, text = '5.1.1 No such mailbox') {
        refused.set(address, smtpError(code, text))
      },
      answers(step: Step, code: number, text: string, times = 1) {
        for (let one = 0; one < times; one++) planned.push({ step, error: smtpError(code, text) })
      },
      cutAt(step: Step, times = 1) {
        for (let one = 0; one < times; one++) planned.push({ step, error: 'cut' })
      },
      slow(ms: number) {
        slowMs = ms
      },
      cutAfterData(times = 1) {
        script.cutsAfterData = times
      },
    },
  }
  return script
}

function smtpError(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}

async function readMail(raw: Buffer, { envelope, secure, user }: SMTPServerSession): Promise<Received> {
  const { mailFrom, rcptTo } = envelope
  const argsOf = (address: SMTPServerAddress | false | undefined) =>
    (address ? (address.args as Record<string, unknown> | false) : false) || {}
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    ...{ mailArgs: argsOf(mailFrom), rcptArgs: argsOf(rcptTo[0]), secure, user, raw },
    mail: await PostalMime.parse(raw),
  }
}
