import { describe, expect, onTestFinished, test } from 'vitest'
import { composeLetter } from '../../mail/compose.ts'
import { mailConfig } from '../../mail/config.ts'
import { type Outgoing, openTransport, type Timeouts, type Transport } from '../../mail/transport.ts'
import { type MailServer, startMailServer } from '../support/mailServer.ts'
import { digest, reader, urgent } from './letters.ts'

const patient: Timeouts = { connectMs: 5_000, greetingMs: 5_000, silenceMs: 10_000 }
const impatient: Timeouts = { connectMs: 400, greetingMs: 400, silenceMs: 400 }
const to = 'protocollo@regione.example.it'

const mail = (more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ to, messageId: '<n-1@accordi.example.it>', letter: composeLetter(urgent, reader('it')) },
  ...more,
})

function transportTo(
  { url, cert }: Pick<MailServer, 'url' | 'cert'>,
  env: NodeJS.ProcessEnv = {},
  { timeouts = patient, trusted = true }: { timeouts?: Timeouts; trusted?: boolean } = {},
): Transport {
  const config = mailConfig({
    ...{ ACCORDI_SMTP_URL: url, ACCORDI_MAIL_FROM: 'accordi <accordi@ministero.example.it>' },
    ...{ ACCORDI_PUBLIC_URL: 'https://accordi.example.it', ACCORDI_LINK_SECRET: 's'.repeat(32) },
    ...{ ACCORDI_MAIL_PER_SECOND: '1000', ...env },
  })
  if (config === undefined) throw new Error('no configuration')
  const ca = trusted && cert !== undefined ? { ca: cert } : {}
  const transport = openTransport({ ...config, server: { ...config.server, ...ca } }, timeouts)
  onTestFinished(() => transport.close())
  return transport
}

describe('a mail that is taken', () => {
  test('arrives as it was composed, under the message id it was given, and says that a machine sent it', async () => {
    const server = await startMailServer()
    const sent = await transportTo(server, { ACCORDI_MAIL_REPLY_TO: 'ricevute@ministero.example.it' }).send(
      mail(),
    )
    expect(sent).toEqual({ outcome: 'sent', response: expect.stringContaining('250') })
    const [received] = server.mails
    expect(received).toMatchObject({ to: [to], from: 'ricevute@ministero.example.it' })
    const { subject, text, html } = mail().letter
    expect(received?.mail.subject).toBe(subject)
    expect(received?.mail.text?.trimEnd()).toBe(text.trimEnd())
    expect(received?.mail.html?.trimEnd()).toBe(html.trimEnd())
    const headers = Object.fromEntries(received?.mail.headers.map(({ key, value }) => [key, value]) ?? [])
    expect(headers).toMatchObject({
      'message-id': '<n-1@accordi.example.it>',
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'OOF, AutoReply',
      precedence: 'bulk',
      from: 'accordi <accordi@ministero.example.it>',
      'reply-to': 'ricevute@ministero.example.it',
    })
    expect(headers).not.toHaveProperty('list-unsubscribe')
  })

  test('is one that can be unsubscribed from with one click, where it is a digest', async () => {
    const server = await startMailServer()
    const unsubscribeUrl = `https://accordi.example.it/unsubscribe/${'c'.repeat(60)}?k=${'k'.repeat(43)}`
    const letter = composeLetter(digest, reader('it', { unsubscribeUrl }))
    await transportTo(server).send(mail({ letter, listUnsubscribe: unsubscribeUrl }))
    const headers = server.mails[0]?.mail.headers.map(({ key, value }) => `${key}: ${value}`)
    expect(headers).toContain(`list-unsubscribe: <${unsubscribeUrl}>`)
    expect(headers).toContain('list-unsubscribe-post: List-Unsubscribe=One-Click')
  })

  test('asks for a notice of failure and delay, with the headers and our id, where the server offers it', async () => {
    const server = await startMailServer()
    await transportTo(server).send(mail({ dsnId: 'n-1' }))
    const [received] = server.mails
    expect(JSON.stringify(received?.mailArgs)).toContain('"RET":"HDRS"')
    expect(JSON.stringify(received?.mailArgs)).toContain('n-1')
    expect(JSON.stringify(received?.rcptArgs)).toMatch(/FAILURE,DELAY/)
    const silent = await startMailServer({ more: { hideDSN: true } })
    expect(await transportTo(silent).send(mail({ dsnId: 'n-1' }))).toMatchObject({ outcome: 'sent' })
    expect(JSON.stringify(silent.mails[0]?.rcptArgs)).not.toContain('NOTIFY')
  })

  test.each(['starttls', 'implicit'] as const)('goes over %s with a login', async (tls) => {
    const server = await startMailServer({ tls, login: { user: 'accordi', password: 'segreta' } })
    const transport = transportTo(server, { ACCORDI_SMTP_PASSWORD: 'segreta' })
    expect(await transport.send(mail())).toMatchObject({ outcome: 'sent' })
    expect(server.mails).toMatchObject([{ secure: true, user: 'accordi' }])
  })

  test('shares its connection with the next ones', async () => {
    const server = await startMailServer()
    const transport = transportTo(server)
    for (let one = 0; one < 5; one++) await transport.send(mail())
    expect(server.mails).toHaveLength(5)
    expect(server.connections).toBe(1)
  })
})

describe('a mail that is not taken', () => {
  test('is rejected where the server refuses this recipient, and the next one goes out', async () => {
    const server = await startMailServer()
    server.refuse(to)
    const transport = transportTo(server)
    expect(await transport.send(mail())).toEqual({
      outcome: 'rejected',
      code: 550,
      response: '550 5.1.1 No such mailbox',
    })
    expect(await transport.send(mail({ to: 'altro@regione.example.it' }))).toMatchObject({ outcome: 'sent' })
    expect(server.mails.map((one) => one.to)).toEqual([['altro@regione.example.it']])
  })

  test('is refused, not rejected, where the server relays nothing for us: no address is given up for it', async () => {
    const server = await startMailServer()
    server.refuse(to, 554, '5.7.1 Relay access denied')
    expect(await transportTo(server).send(mail())).toMatchObject({ outcome: 'refused', code: 554 })
  })

  test.each(['mail', 'data'] as const)('is refused where the server says so for good at %s', async (step) => {
    const server = await startMailServer()
    server.answers(step, 554, '5.7.1 Policy')
    expect(await transportTo(server).send(mail())).toMatchObject({ outcome: 'refused', code: 554 })
  })

  test('is for later where the server greylists, and goes out when it is tried again', async () => {
    const server = await startMailServer()
    server.answers('rcpt', 451, '4.7.1 Greylisted, come back')
    const transport = transportTo(server)
    expect(await transport.send(mail())).toMatchObject({ outcome: 'later', code: 451 })
    expect(await transport.send(mail())).toMatchObject({ outcome: 'sent' })
    expect(server.mails).toHaveLength(1)
  })

  test.each(['connect', 'mail', 'data'] as const)(
    'is for later where the server is busy at %s',
    async (step) => {
      const server = await startMailServer()
      server.answers(step, 421, '4.3.2 Try again')
      const transport = transportTo(server)
      expect(await transport.send(mail())).toMatchObject({ outcome: 'later', code: 421 })
      expect(await transport.send(mail())).toMatchObject({ outcome: 'sent' })
    },
  )

  test('is refused with a wrong password, which is told nobody', async () => {
    const server = await startMailServer({ tls: 'starttls', login: { user: 'accordi', password: 'segreta' } })
    const outcome = await transportTo(server, { ACCORDI_SMTP_PASSWORD: 'sbagliata' }).send(mail())
    expect(outcome).toMatchObject({ outcome: 'refused', code: 535 })
    expect(JSON.stringify(outcome)).not.toContain('sbagliata')
  })

  test('is refused where the server offers no login', async () => {
    const { port } = await startMailServer()
    const url = `smtp://accordi@localhost:${port}?tls=none`
    const transport = transportTo({ url, cert: undefined }, { ACCORDI_SMTP_PASSWORD: 'segreta' })
    expect(await transport.send(mail())).toMatchObject({ outcome: 'refused' })
  })

  test('is refused where the server has no TLS, and nothing is sent without', async () => {
    const { port, mails } = await startMailServer()
    const transport = transportTo({ url: `smtp://localhost:${port}`, cert: undefined })
    expect(await transport.send(mail())).toMatchObject({ outcome: 'refused' })
    expect(mails).toEqual([])
  })

  test.each(['starttls', 'implicit'] as const)(
    'is refused where nobody vouches for its certificate (%s)',
    async (tls) => {
      const server = await startMailServer({ tls })
      expect(await transportTo(server, {}, { trusted: false }).send(mail())).toEqual({
        outcome: 'refused',
        response: expect.stringMatching(/self.signed/i),
      })
      expect(server.mails).toEqual([])
    },
  )

  test('is refused where the server speaks nothing newer than TLS 1.1', async () => {
    const more = {
      minVersion: 'TLSv1' as const,
      maxVersion: 'TLSv1.1' as const,
      ciphers: 'DEFAULT@SECLEVEL=0',
    }
    const server = await startMailServer({ tls: 'implicit', more })
    expect(await transportTo(server).send(mail())).toMatchObject({ outcome: 'refused' })
  })

  test('is rejected where its address is none', async () => {
    const server = await startMailServer()
    const outcome = await transportTo(server).send(mail({ to: 'a b@<regione>' }))
    expect(outcome).toMatchObject({ outcome: 'rejected' })
    expect(server.mails).toEqual([])
  })
})

describe('a server that goes away', () => {
  test('leaves the mail unsent while it is down, and takes it when it is up', async () => {
    const server = await startMailServer()
    const transport = transportTo(server)
    await server.down()
    expect(await transport.send(mail())).toMatchObject({ outcome: 'away' })
    await server.up()
    expect(await transport.send(mail())).toMatchObject({ outcome: 'sent' })
  })

  test('between two mails is found again without anybody noticing', async () => {
    const server = await startMailServer()
    const transport = transportTo(server)
    await transport.send(mail())
    await server.down()
    await server.up()
    expect(await transport.send(mail())).toMatchObject({ outcome: 'sent' })
    expect(server.mails).toHaveLength(2)
  })

  test.each(['mail', 'rcpt'] as const)('at %s cannot have had the mail', async (step) => {
    const server = await startMailServer()
    server.cutAt(step, 10)
    expect(await transportTo(server).send(mail())).toMatchObject({ outcome: 'away' })
  })

  test('after it had the whole mail, and before it answered, may have it: sent again under the same id', async () => {
    const server = await startMailServer()
    server.cutAfterData()
    const transport = transportTo(server)
    expect(await transport.send(mail())).toMatchObject({ outcome: 'unknown' })
    expect(await transport.send(mail())).toMatchObject({ outcome: 'sent' })
    expect(server.mails[0]?.mail.messageId).toBe('<n-1@accordi.example.it>')
  })

  test('by being silent is not waited for longer than said', async () => {
    const server = await startMailServer()
    server.slow(5_000)
    const asked = performance.now()
    expect(await transportTo(server, {}, { timeouts: impatient }).send(mail())).toMatchObject({
      outcome: 'away',
    })
    expect(performance.now() - asked).toBeLessThan(4_000)
  })

  test('by being slow, within what it may take, is waited for', async () => {
    const server = await startMailServer()
    server.slow(150)
    expect(await transportTo(server).send(mail())).toMatchObject({ outcome: 'sent' })
  })
})

describe('the rate', () => {
  test('holds for all that is sent at once', async () => {
    const server = await startMailServer()
    const transport = transportTo(server, { ACCORDI_MAIL_PER_SECOND: '10' })
    const begun = performance.now()
    await Promise.all(Array.from({ length: 6 }, () => transport.send(mail())))
    // Five gaps of 100 ms; nothing can make them shorter but a rate that is not kept.
    expect(performance.now() - begun).toBeGreaterThan(480)
    expect(server.mails).toHaveLength(6)
  })
})
