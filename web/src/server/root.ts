/** The path under which the website is served, `/` or a folder: its icon lies there, whatever page was opened. */
export const root = new URL('.', document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '/').pathname
