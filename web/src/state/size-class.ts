import { fetchSizeClass } from '../server/firm-server.ts'
import { createFollower } from './follow-firm.ts'

/** The size class of the firm, or those still possible. */
export const sizeClass = createFollower(fetchSizeClass, () => ({}))
