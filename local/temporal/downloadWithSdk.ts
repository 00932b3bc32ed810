import { TestWorkflowEnvironment } from '@temporalio/testing'

/**
 * Run by download.ts as a process of its own, since the SDK's download can be neither timed nor stopped:
 * fetches the development server into the folder that is the one argument, and starts it once.
 */
const [, , downloadDir] = process.argv
if (downloadDir === undefined) throw new Error('usage: downloadWithSdk.ts FOLDER')
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir } },
})
await environment.teardown()
