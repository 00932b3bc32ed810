import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { verifying } from './digest.ts'
import { DocumentProblem, messageOf } from './problems.ts'
import type { DocumentStore } from './store.ts'

export interface S3Place {
  readonly bucket: string
  /** Before every key, without slashes around it; empty for none. */
  readonly prefix: string
  /** The bucket in the path, not in the host name: what servers other than Amazon's usually want. */
  readonly pathStyle: boolean
}

/**
 * A bucket of an S3-compatible store, each object under its digest. Address, region and credentials are the AWS
 * SDK's own: AWS_ENDPOINT_URL_S3, AWS_REGION, AWS_ACCESS_KEY_ID and so on. The digest travels with the bytes, so
 * that the server itself refuses what the network changed. They are sent under a name of their own and copied, within
 * the server, to their digest once they are whole: a server may refuse bytes that it has already kept.
 */
export function s3Store({ bucket, prefix, pathStyle }: S3Place): DocumentStore & { close(): void } {
  const client = new S3Client({
    forcePathStyle: pathStyle,
    maxAttempts: 3,
    // What goes wrong comes back as an error; a line on the terminal beside it helps nobody.
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 120_000 },
  })
  const place = `s3://${[bucket, prefix].filter(Boolean).join('/')}`
  const objectOf = (name: string) => ({ Bucket: bucket, Key: [prefix, name].filter(Boolean).join('/') })
  const away = (error: unknown) =>
    new DocumentProblem('store-away', { place, problem: messageOf(error) }, { cause: error })
  const bytesOf = async (sha256: string): Promise<number | undefined> => {
    try {
      const { ContentLength } = await client.send(new HeadObjectCommand(objectOf(sha256)))
      return ContentLength
    } catch (error) {
      if (isMissing(error)) return undefined
      throw away(error)
    }
  }
  return {
    place,
    spool: tmpdir(),
    bytesOf,
    async put({ sha256, bytes }, file) {
      if ((await bytesOf(sha256)) === bytes) return 'already'
      const incoming = objectOf(`incoming/${randomUUID()}`)
      try {
        await client.send(
          new PutObjectCommand({
            ...incoming,
            Body: createReadStream(file),
            ContentLength: bytes,
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          }),
        )
        const CopySource = `${bucket}/${incoming.Key}`
        await client.send(new CopyObjectCommand({ ...objectOf(sha256), CopySource }))
        return 'stored'
      } catch (error) {
        throw away(error)
      } finally {
        // What cannot be removed lies where nothing looks for documents.
        await client.send(new DeleteObjectCommand(incoming)).catch(() => undefined)
      }
    },
    async open(sha256) {
      const { Body } = await client.send(new GetObjectCommand(objectOf(sha256))).catch((error: unknown) => {
        throw isMissing(error) ? new DocumentProblem('not-stored', { sha256, place }) : away(error)
      })
      if (!(Body instanceof Readable)) throw away(new Error('the answer has no body'))
      const out = verifying(sha256, place)
      pipeline(Body, out).catch((error: unknown) =>
        out.destroy(error instanceof DocumentProblem ? error : away(error)),
      )
      return out
    },
    close: () => client.destroy(),
  }
}

function quiet(): void {}

/** No such object; a bucket that is not there is trouble of another kind. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof S3ServiceException) || error.name === 'NoSuchBucket') return false
  return error.$metadata.httpStatusCode === 404
}
