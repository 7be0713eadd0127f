import { Transform } from 'node:stream'

/**
 * Takes zero bytes out of a stream of UTF-8 text, which holds none of its own. React 18 writes them where a Chinese character does not fit into the
 * last bytes of one of its pieces (facebook/react#26228, mended in React 19); a browser shows each as �.
 */
export function dropZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
