export { accord } from './accord.ts'
export { collectiveAct } from './collectiveAct.ts'
