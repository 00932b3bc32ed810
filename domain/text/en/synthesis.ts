import type { synthesis as italian } from '../it/synthesis.ts'

export const synthesis: Record<keyof typeof italian, string> = {
  'cli.help-programme-synthesise':
    'write into a new folder the files, to be imported, of a synthetic programme of any size',
  'cli.help-synthesis-accords': 'how many accords, 1 to 100000',
  'cli.help-synthesis-seed': 'seed: the same seed gives the same files, byte for byte (0 to 4294967295)',
  'cli.help-synthesis-to': 'folder to create',
  'cli.help-synthesis-id': 'id of the programme, with which those of its accords begin',
  'cli.help-synthesis-from': 'first day on which an accord is proposed',
  'cli.help-synthesis-until': 'last day that the histories tell of',
  'cli.synthesised':
    'Wrote to {folder} the synthetic programme “{programmeId}” and {accords} accords, from seed {seed}. Import them with: accordi import {folder}/*.json',
  'cli.synthesis-number': '{option}: “{value}” is not a whole number from {least} to {most}.',
  'cli.synthesis-id':
    '--id: “{value}” will not do. Give 1 to 57 small letters, digits, dots and hyphens, beginning with a letter or a digit.',
  'cli.synthesis-days':
    '--from {from} and --until {until}: the first day is {earliest} or later, and the last is neither before the first nor after today.',
  'cli.folder-exists':
    'The folder {folder} exists already and was left as it is. Give another name, or move it.',
}
