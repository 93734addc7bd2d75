import { visit } from '../../state/route.ts'
import { wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'
import { Link } from './link.tsx'

/** The main places, at most five; each is worded in `navigation.places`. */
const places = [
  { name: 'chat', to: '/chat', icon: 'chat' },
  { name: 'matches', to: '/matches', icon: 'list' },
  { name: 'policies', to: '/policies', icon: 'book' },
  { name: 'loans', to: '/loans', icon: 'coins' },
  { name: 'firm', to: '/firm', icon: 'company' },
] as const

/** A bar at the foot of a phone's screen, links in the header of a wide one. */
export function Navigation() {
  const words = wording.value.navigation
  const { path } = visit.value
  return (
    <nav class="navigation" aria-label={words.label}>
      {places.map(({ name, to, icon }) => (
        <Link key={name} to={to} aria-current={path === to ? 'page' : path.startsWith(`${to}/`) ? 'true' : undefined}>
          <Icon name={icon} />
          {words.places[name]}
        </Link>
      ))}
    </nav>
  )
}
