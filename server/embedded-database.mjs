// @ts-check
// The embedded database, in a thread of its own: a query then uses the other core and does not hold up the web server.
// Started by app/adapters/database/open-database.ts; plain JavaScript so that `node` runs it as it is.
// It gets protocol messages { id, message } and answers { id, messages } or { id, error }; { close: true } ends it.
import fs from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

/**
 * Opens PGlite so that a commit is on the disk when it returns. As shipped it starts the server with `-F` and gives the
 * file system no `fsync`: a commit then survives a killed process but not a power cut.
 * @param {string} clusterDir
 */
async function openDurable(clusterDir) {
  const startParams = [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
  ]
  const pglite = await PGlite.create(clusterDir, { startParams })
  const { FS } = Reflect.get(pglite, 'Module')
  FS.filesystems.NODEFS.stream_ops.fsync = (/** @type {{ nfd: number }} */ stream) => {
    fs.fsyncSync(stream.nfd)
    return 0
  }
  return pglite
}

/** An error loses its fields (code, constraint, detail …) on its way through a port: sent as a plain object. */
const toPlain = (/** @type {any} */ message) =>
  message instanceof Error ? { ...message, message: message.message, name: 'error' } : message

const pglite = await openDurable(workerData.clusterDir)
port.on('message', async ({ id, message, close }) => {
  if (close) {
    await pglite.close()
    port.postMessage({ isClosed: true })
    return
  }
  try {
    const messages = await pglite.execProtocolStream(message, { throwOnError: false })
    port.postMessage({ id, messages: messages.map(toPlain) })
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
port.postMessage({ isReady: true })
