export { accord } from './accord.ts'
export { collectiveAct } from './collectiveAct.ts'
export { webhooks } from './webhooks.ts'
