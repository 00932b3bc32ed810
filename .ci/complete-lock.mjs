// Adds to package-lock.json the optional platform packages that npm left out because the registry at hand
// did not serve them: without them `npm ci` says that the lock file is out of step. Run after `npm install`
// where CONTRIBUTING.md says so. Versions come from the packages that ask for them.
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const known = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (known.has(name)) continue
    const os = /(android|darwin|freebsd|linux|win32)/.exec(name)?.[1]
    const cpu = /-(arm64|arm|x64|ia32|ppc64|s390x)(?:-|$)/.exec(name.slice(name.indexOf(os)))?.[1]
    if (os === undefined || cpu === undefined) throw new Error(`which platform is ${name} for?`)
    const libc = /musl/.test(name) ? { libc: ['musl'] } : /-gnu(eabihf)?$/.test(name) ? { libc: ['glibc'] } : {}
    lock.packages[`node_modules/${name}`] = { version, cpu: [cpu], ...libc, ...(owner.dev && { dev: true }), optional: true, os: [os] }
    console.log(`added ${name}@${version} (${os}, ${cpu})`)
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
