import { inflateRawSync } from 'node:zlib'

const endRecordSize = 22
const entrySize = 46

/** Bytes that an archive unpacks to, found by unpacking: what it declares may be a lie. Stops above `limit`. */
export function measureZip(archive: Buffer, limit: number): number {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end === -1 || end + endRecordSize > archive.length) throw new Error('archive has no directory')
  let offset = archive.readUInt32LE(end + 16)
  let total = 0
  for (let index = archive.readUInt16LE(end + 10); index > 0 && total <= limit; index -= 1) {
    if (archive.readUInt32LE(offset) !== 0x02014b50) throw new Error('archive directory is damaged')
    total += unpackedSize(archive, offset, limit - total)
    const extra =
      archive.readUInt16LE(offset + 28) + archive.readUInt16LE(offset + 30) + archive.readUInt16LE(offset + 32)
    offset += entrySize + extra
  }
  return total
}

function unpackedSize(archive: Buffer, entry: number, limit: number): number {
  const packed = archive.readUInt32LE(entry + 20)
  const declared = archive.readUInt32LE(entry + 24)
  if (declared > limit) return declared
  if (archive.readUInt16LE(entry + 10) === 0) return packed
  const local = archive.readUInt32LE(entry + 42)
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  try {
    return inflateRawSync(archive.subarray(start, start + packed), { maxOutputLength: Math.max(limit, 1) }).length
  } catch (cause) {
    if (cause instanceof RangeError) return limit + 1
    throw cause
  }
}
