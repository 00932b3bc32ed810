import type { ConnectionOptions } from '@temporalio/client'
import { loadClientConfigProfile, toClientOptions } from '@temporalio/envconfig'
import { LocalError } from '../errors.ts'
import type { Progress } from '../progress.ts'
import { codeOf, skipsTime, withConnection } from './frontend.ts'

export interface GivenTemporal {
  readonly address: string
  readonly namespace: string
  readonly timeSkipping: boolean
}

/** google.rpc.Code */
const notFound = 5
const deadlineExceeded = 4

/**
 * The server that TEMPORAL_ADDRESS, the other standard variables or the profile in Temporal's configuration
 * file name; undefined where they name none. Throws LocalError where it does not answer.
 */
export async function givenTemporal(
  env: NodeJS.ProcessEnv,
  progress: Progress,
): Promise<GivenTemporal | undefined> {
  const { connectionOptions, namespace = 'default', address } = profileIn(env)
  if (address === undefined) return undefined
  progress.note('environment', { address })
  const options: ConnectionOptions = { ...connectionOptions, address }
  try {
    await withConnection(options, ({ workflowService }) => workflowService.describeNamespace({ namespace }))
  } catch (error) {
    if (codeOf(error) === notFound)
      throw new LocalError('temporal.namespace', { address, namespace }, { cause: error })
    const why = codeOf(error) === deadlineExceeded ? 'timeout' : String(error)
    throw new LocalError('temporal.unreachable', { address, why }, { cause: error })
  }
  return { address, namespace, timeSkipping: await skipsTime(options, namespace) }
}

function profileIn(env: NodeJS.ProcessEnv) {
  const given = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const profile = loadClientConfigProfile({ overrideEnvVars: Object.fromEntries(given) })
  const { connectionOptions, namespace } = toClientOptions(profile)
  return { connectionOptions, namespace, address: profile.address }
}
