export { accord } from './accord.ts'
