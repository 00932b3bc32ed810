import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instant } from '../../domain/time/instant.ts'
import { isPublic, shownUrl, webhookUrl } from '../../outbound/address.ts'
import { pingOf } from '../../outbound/cloudEvent.ts'
import { send } from '../../outbound/send.ts'
import { messageId, signed } from '../../outbound/signed.ts'
import { type Receiver, startReceiver, withStatus } from '../support/receiver.ts'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const at = instant('2030-01-01T12:00:00Z')
const message = signed(pingOf('prova', 'urn:accordi', at), [secret], at)
const local = { allowPrivate: true }

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

describe('a receiver', () => {
  it('gets the event and answers with its status', async () => {
    receiver.answers(withStatus(202))
    expect(await send(receiver.url, message, local)).toEqual({ status: 202 })
    const [one] = receiver.received
    expect(one?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    expect(one?.event).toMatchObject({ specversion: '1.0', type: 'it.accordi.Ping.v1', id: 'ping/prova' })
  })

  it('that asks for patience is heard', async () => {
    receiver.answers(withStatus(503, { 'retry-after': '120' }))
    expect(await send(receiver.url, message, local)).toEqual({ status: 503, retryAfter: '120' })
  })

  it('that points elsewhere is not followed', async () => {
    const other = await startReceiver()
    receiver.answers(withStatus(307, { location: other.url }))
    expect(await send(receiver.url, message, local)).toEqual({ status: 307 })
    expect(other.received).toEqual([])
    await other.close()
  })

  it('that does not answer in time is left', async () => {
    receiver.answers(() => undefined)
    const started = performance.now()
    expect(await send(receiver.url, message, { ...local, timeoutMs: 200 })).toEqual({ error: 'timeout' })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('that answers and never ends its answer has answered', async () => {
    receiver.answers((_, response) => void response.writeHead(200).write('…'))
    expect(await send(receiver.url, message, { ...local, timeoutMs: 500 })).toEqual({ status: 200 })
  })

  it('that answers with more than anybody reads is cut off', async () => {
    let written = 0
    receiver.answers((_, response) => {
      const more = () => {
        if (response.destroyed) return
        written += 65_536
        if (response.write(Buffer.alloc(65_536))) setImmediate(more)
        else response.once('drain', more)
      }
      response.writeHead(200)
      more()
    })
    expect(await send(receiver.url, message, local)).toEqual({ status: 200 })
    const soFar = written
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(written).toBeLessThan(soFar + 8 * 1_024 * 1_024)
    expect(written).toBeLessThan(64 * 1_024 * 1_024)
  })

  it('that is not there gives the code of the connection', async () => {
    const { url } = receiver
    await receiver.close()
    expect(await send(url, message, local)).toEqual({ error: 'ECONNREFUSED' })
    receiver = await startReceiver()
  })
})

describe('an address that is not public', () => {
  const addresses = [
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '::ffff:a00:1',
    ],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'localhost', ''],
  ]
  it.each(addresses)('%s is refused', (address) => {
    expect(isPublic(address)).toBe(false)
  })

  it('and one that is public is not', () => {
    expect(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'].every(isPublic)).toBe(true)
  })

  it('is never connected to, in whatever way the URL writes it', async () => {
    const { port } = new URL(receiver.url)
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]']) {
      const reply = await send(`https://${host}:${port}/`, message, { allowPrivate: false })
      expect(reply).toEqual({ error: 'private' })
    }
    const reply = await send(`https://localhost:${port}/`, message, { allowPrivate: false })
    expect(reply).toEqual({ error: 'private' })
    expect(receiver.received).toEqual([])
  })

  it('is refused beside public ones of the same name, and the name is looked up once', async () => {
    let asked = 0
    const resolve = async () => {
      asked += 1
      return [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]
    }
    const reply = await send('https://example.org/', message, { allowPrivate: false, resolve })
    expect(reply).toEqual({ error: 'private' })
    expect(asked).toBe(1)
  })

  it('control: the same name goes through where private addresses are allowed', async () => {
    const { port } = new URL(receiver.url)
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    expect(await send(`http://example.org:${port}/`, message, { allowPrivate: true, resolve })).toEqual({
      status: 204,
    })
  })
})

describe('a URL', () => {
  it.each([
    ['eventi', 'not-a-url'],
    ['http://example.org/', 'not-https'],
    ['ftp://example.org/', 'not-https'],
    ['https://utente:parola@example.org/', 'with-credentials'],
    ['https://example.org/#qui', 'with-fragment'],
    [`https://example.org/${'a'.repeat(2_000)}`, 'too-long'],
    ['https://127.0.0.1/', 'private'],
    ['https://[::1]/', 'private'],
  ])('%s is refused: %s', (url, trouble) => {
    expect(webhookUrl(url, false)).toBe(trouble)
  })

  it('is shown without what may be a secret', () => {
    expect(shownUrl('https://example.org/eventi?token=abc')).toBe('https://example.org/eventi?…')
    expect(shownUrl('https://example.org/eventi')).toBe('https://example.org/eventi')
  })
})

describe('over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accordi-tls-'))
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const how = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  execFileSync('openssl', [...how, ...subject, '-days', '2', '-keyout', keyFile, '-out', certFile], {
    stdio: 'ignore',
  })
  const tls = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') }
  rmSync(folder, { recursive: true })

  it('a receiver with a certificate that nobody vouches for gets nothing', async () => {
    const secure = await startReceiver(tls)
    expect(await send(secure.url, message, local)).toEqual({ error: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(secure.received).toEqual([])
    await secure.close()
  })

  it('and with one that is trusted it does', async () => {
    const secure = await startReceiver(tls)
    const before = getCACertificates('default')
    setDefaultCACertificates([...before, tls.cert])
    expect(await send(secure.url, message, local)).toEqual({ status: 204 })
    setDefaultCACertificates(before)
    await secure.close()
  })
})

it('an id is signed without dots, and two ids never become one', () => {
  expect(messageId('prova.10/3')).toBe('prova~10/3')
  expect(messageId('prova-10/3')).toBe('prova-10/3')
})
