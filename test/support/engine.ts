import { readFileSync } from 'node:fs'
import type { Client } from '@temporalio/client'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { inject } from 'vitest'
import { type Accords, type AccordsOptions, accords } from '../../client/accords.ts'
import { connectTemporal } from '../../client/connect.ts'
import type { DocumentsConfig } from '../../documents/config.ts'
import { createWorker, type RunningWorker } from '../../worker/createWorker.ts'
import { workflowId } from '../../workflows/messages.ts'

let installed = false

/** A worker of this spec file's own, on a task queue of its own, on the run's real Temporal server. */
export interface Engine {
  readonly client: Client
  readonly taskQueue: string
  accords(options?: AccordsOptions): Accords
  startWorker(): Promise<void>
  stopWorker(): Promise<void>
  /** From now on the accord's own clock jumps over its waits. Only where `timeSkipping` is provided. */
  skipTime(accordId: string): Promise<void>
  close(): Promise<void>
}

/** `documents`: where the worker looks for the bytes of documents; left out, it does not ask. */
export async function startEngine(databaseUrl: string, documents?: DocumentsConfig): Promise<Engine> {
  if (!installed) Runtime.install({ logger: new DefaultLogger('ERROR') })
  installed = true
  const temporal = { address: inject('temporalAddress'), namespace: 'default' }
  const workflowBundle = { code: readFileSync(inject('bundlePath'), 'utf8') }
  const taskQueue = `spec-${process.pid}-${Math.round(performance.now() * 1_000)}`
  const { client, close } = await connectTemporal(temporal)
  let running: { worker: RunningWorker; run: Promise<void> } | undefined
  const engine: Engine = {
    client,
    taskQueue,
    accords: (options = {}) => accords(client, { taskQueue, waitMs: 60_000, ...options }),
    async startWorker() {
      const worker = await createWorker({
        ...{ databaseUrl, temporal, workflowBundle, taskQueue },
        ...(documents && { documents }),
        webhooks: { source: 'urn:accordi:prova', allowPrivate: true },
      })
      running = { worker, run: worker.worker.run() }
    },
    async stopWorker() {
      running?.worker.worker.shutdown()
      await running?.run
      await running?.worker.close()
      running = undefined
    },
    async skipTime(accordId) {
      await client.workflowService.updateWorkflowExecutionOptions({
        namespace: temporal.namespace,
        workflowExecution: { workflowId: workflowId(accordId) },
        workflowExecutionOptions: { timeSkippingConfig: { enabled: true } },
        updateMask: { paths: ['time_skipping_config'] },
      })
    },
    async close() {
      await engine.stopWorker()
      await close()
    },
  }
  await engine.startWorker()
  return engine
}
