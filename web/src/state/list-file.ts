/** As much as the server takes, so that nobody uploads for nothing. */
export const mostMegabytes = 20

export type FileFault = 'type' | 'size' | 'empty' | 'unreadable'

/** What is wrong with a list before it is sent; null where nothing is. */
export function faultOf({ name, size }: Pick<File, 'name' | 'size'>): FileFault | null {
  if (!/\.(csv|xlsx)$/i.test(name)) return 'type'
  if (size === 0) return 'empty'
  return size > mostMegabytes * 1024 * 1024 ? 'size' : null
}
