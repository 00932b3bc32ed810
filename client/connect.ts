import { Client, Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'

/** Where Temporal is, when the caller knows; otherwise the standard Temporal variables and profile say. */
export interface TemporalTarget {
  readonly address: string
  readonly namespace: string
}

export interface TemporalClient {
  readonly client: Client
  close(): Promise<void>
}

/** Connects once and fails within 10 seconds where nothing answers. */
export async function connectTemporal(target?: TemporalTarget): Promise<TemporalClient> {
  const { connectionOptions, namespace } = temporalConfig(target)
  const { address } = connectionOptions
  const channelArgs = directIfHere(address)
  const connection = await Connection.connect({ ...connectionOptions, channelArgs, connectTimeout: '10s' })
  return { client: new Client({ connection, namespace }), close: () => connection.close() }
}

/** gRPC would send even a call to this very machine through an office's proxy. */
export function directIfHere(address = ''): { readonly 'grpc.enable_http_proxy'?: 0 } {
  return /^(127\.|localhost:|\[::1\])/.test(address) ? { 'grpc.enable_http_proxy': 0 } : {}
}

/** One reading of TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TLS..., TEMPORAL_PROFILE, for client and worker. */
export function temporalConfig(target?: TemporalTarget) {
  if (target !== undefined) {
    return { connectionOptions: { address: target.address }, namespace: target.namespace }
  }
  const { connectionOptions, namespace } = loadClientConnectConfig()
  return { connectionOptions, namespace: namespace ?? 'default' }
}
