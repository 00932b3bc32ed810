/** The only place of this folder that reads the environment. Temporal's own variables are read by envconfig. */
export function workerConfig(env: NodeJS.ProcessEnv = process.env) {
  const databaseUrl = env.ACCORDI_DATABASE_URL
  if (databaseUrl === undefined) {
    throw new Error(
      'ACCORDI_DATABASE_URL is not set: give the worker the URL of the role accordi_app (see README, "A real cluster")',
    )
  }
  const taskQueue = env.ACCORDI_TASK_QUEUE
  return {
    databaseUrl,
    ...(taskQueue && { taskQueue }),
    endsWithParent: env.ACCORDI_ENDS_WITH_PARENT === '1',
  }
}
