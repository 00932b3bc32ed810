import type { Language } from '../domain/text/render.ts'

export type StageKey = keyof typeof stages
export type NoteKey = keyof typeof notes

type Text = Record<Language, string>

const stages = {
  postgresCopy: { it: 'Copio i programmi di PostgreSQL', en: 'Copying the PostgreSQL programs' },
  postgresInit: { it: 'Preparo il database', en: 'Preparing the database' },
  postgresStart: { it: 'Avvio PostgreSQL', en: 'Starting PostgreSQL' },
  temporalCheck: { it: 'Controllo il server Temporal', en: 'Checking the Temporal server' },
  temporalDownload: { it: 'Scarico il server Temporal', en: 'Downloading the Temporal server' },
  temporalBuild: {
    it: 'Compilo il server Temporal (solo la prima volta, circa 4-6 minuti)',
    en: 'Building the Temporal server (the first time only, about 4-6 minutes)',
  },
  temporalWait: {
    it: 'Un’altra copia sta compilando il server Temporal: aspetto',
    en: 'Another clone is building the Temporal server: waiting',
  },
  temporalSchema: { it: 'Preparo i database di Temporal', en: 'Preparing the Temporal databases' },
  temporalStart: { it: 'Avvio Temporal', en: 'Starting Temporal' },
  leftovers: {
    it: 'Fermo i processi rimasti da un avvio interrotto',
    en: 'Stopping what an interrupted start left behind',
  },
  schema: { it: 'Preparo il registro degli eventi', en: 'Preparing the event store' },
  workerStart: { it: 'Avvio il worker', en: 'Starting the worker' },
  importing: { it: 'Importo il programma 2014-2020', en: 'Importing the programme 2014-2020' },
  stopping: { it: 'Fermo tutto', en: 'Stopping' },
} satisfies Record<string, Text>

const notes = {
  cacheBroken: {
    it: 'Il server Temporal in cache è guasto ({why}): lo tolgo e lo rifaccio. {dir}',
    en: 'The cached Temporal server is broken ({why}): removing it and making it again. {dir}',
  },
  pathTooOld: {
    it: '{command} nel PATH è la versione {found}, serve almeno {needed}: non lo uso.',
    en: '{command} on PATH is version {found}, at least {needed} is needed: not using it.',
  },
  environment: {
    it: 'Uso Temporal su {address}, come dicono le variabili d’ambiente o il profilo di Temporal.',
    en: 'Using Temporal at {address}, as the Temporal environment variables or profile say.',
  },
  secretsMade: {
    it: 'Mancavano le password del database: ne ho messe di nuove in {file}.',
    en: 'The database passwords were missing: new ones are in {file}.',
  },
  imported: {
    it: '{accordId}: registrati {acts} atti e {events} eventi.',
    en: '{accordId}: {acts} acts and {events} events recorded.',
  },
  notImported: {
    it: '{file}: non importato. Per sapere perché: ./accordi import {file}',
    en: '{file}: not imported. To learn why: ./accordi import {file}',
  },
  ready: {
    it: '\naccordi è in funzione. In un altro terminale, da questa cartella: ./accordi --help\nPer fermarlo: Ctrl-C. I dati restano; «npm start -- --reset» ricomincia da zero.',
    en: '\naccordi is running. In another terminal, from this folder: ./accordi --help\nTo stop it: Ctrl-C. The data stays; "npm start -- --reset" begins anew.',
  },
  serviceDied: { it: '{name} si è fermato ({why}): lo riavvio.', en: '{name} ended ({why}): restarting it.' },
  serviceUnresponsive: {
    it: '{name} non risponde più: lo riavvio.',
    en: '{name} has stopped answering: restarting it.',
  },
  serviceRecovered: { it: '{name} è di nuovo in funzione.', en: '{name} is up again.' },
} satisfies Record<string, Text>

export const stageTexts: Record<StageKey, Text> = stages
export const noteTexts: Record<NoteKey, Text> = notes
