const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? ''

/** The path under which the website is served, `/` or a folder: its icon lies there, whatever page was opened. */
export const root = new URL('.', /^https?:/.test(icon) ? icon : location.href).pathname
