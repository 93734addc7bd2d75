import { startAnew, turns } from '../state/conversation.ts'
import { openPanel } from '../state/panels.ts'
import { chooseTheme, theme } from '../state/preferences.ts'
import { knownCount } from '../state/profile.ts'
import { route } from '../state/route.ts'
import { fill, wording } from '../wording/index.ts'
import { focusInput } from './composer.tsx'
import { Link } from './frame/link.tsx'
import { Navigation } from './frame/navigation.tsx'
import { Icon } from './icon.tsx'
import { LanguageButtons } from './language-buttons.tsx'

export function Header() {
  const { title, place } = wording.value
  return (
    <header class="header">
      <div class="header-row">
        <Link to="/" class="brand" aria-current={route.value.page === 'home' ? 'page' : undefined}>
          <span class="seal" aria-hidden="true" lang="zh-CN">
            惠
          </span>
          <span class="brand-name">{title}</span>
          <span class="place">{place}</span>
        </Link>
        <Navigation />
        <HeaderButtons />
      </div>
    </header>
  )
}

function HeaderButtons() {
  const { header } = wording.value
  const beginAnew = () => {
    startAnew()
    focusInput()
  }
  return (
    <div class="header-buttons">
      <CompanyButton />
      <MatchingButton />
      {route.value.page === 'chat' && turns.value.length > 0 && (
        <button type="button" class="quiet" aria-label={header.startAnew} onClick={beginAnew}>
          <Icon name="add" />
          <ButtonName name={header.startAnew} short={header.startAnewShort} />
        </button>
      )}
      <LanguageButtons />
      <ThemeButton />
    </div>
  )
}

/** Beside the icon where there is room, else a short one under it. */
function ButtonName({ name, short }: { readonly name: string; readonly short: string }) {
  return (
    <>
      <span class="wide-only">{name}</span>
      <span class="narrow-only">{short}</span>
    </>
  )
}

/** Says how much is known of the company, and opens it. */
function CompanyButton() {
  const { open, openShort, openWithCount } = wording.value.company
  const count = knownCount.value
  return (
    <button
      type="button"
      class="quiet company-button"
      aria-label={count === 0 ? open : fill(openWithCount, { count })}
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => {
        openPanel.value = { kind: 'company', wanted: [], opener: currentTarget }
      }}
    >
      <Icon name="company" />
      <ButtonName name={open} short={openShort} />
      {count > 0 && <span class="known-count">{count}</span>}
    </button>
  )
}

/** For commissioners, who look after many firms. */
function MatchingButton() {
  const { open, openShort } = wording.value.matching
  return (
    <button
      type="button"
      class="quiet matching-button"
      aria-label={open}
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => {
        openPanel.value = { kind: 'matching', opener: currentTarget }
      }}
    >
      <Icon name="list" />
      <ButtonName name={open} short={openShort} />
    </button>
  )
}

function ThemeButton() {
  const { toDark, toLight, toDarkShort, toLightShort } = wording.value.header
  const isLight = theme.value === 'light'
  const label = isLight ? toDark : toLight
  return (
    <button type="button" class="quiet" aria-label={label} onClick={() => chooseTheme(isLight ? 'dark' : 'light')}>
      <Icon name={isLight ? 'moon' : 'sun'} />
      <span class="narrow-only">{isLight ? toDarkShort : toLightShort}</span>
    </button>
  )
}
