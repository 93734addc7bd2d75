/** The addresses at which the website answers; `web/src/state/route.ts` knows what each one shows. */
export const pagePaths = [
  '/',
  '/chat',
  '/firm',
  '/matches',
  '/policies',
  '/policies/:id',
  '/loans',
  '/history',
  '/saved',
  '/s/:shareId',
] as const

/** The page names its files from the folder of its address: one level down they lie one level up. */
export function pageFor(path: string, html: string): string {
  const isNested = path.indexOf('/', 1) > 0
  return isNested ? html.replaceAll(/ (href|src|action)="\.\//g, ' $1="../') : html
}
