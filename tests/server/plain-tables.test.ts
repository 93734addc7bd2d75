import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { loadPolicies } from '../../src/adapters/corpus-files.ts'
import { prose } from '../../src/server/plain/prose.ts'
import { readBlocks } from '../../web/src/state/prose-blocks.ts'

const clauses = (await loadPolicies('corpus')).flatMap(({ clauses }) => clauses)
const withBars = clauses.filter(({ text }) => text.includes('|'))

/** The page takes no code from the server nor the server from the page: each has a reader of tables. */
test.each(withBars.map(({ text }) => text))('the plain page shows the tables that the page shows: %s', (text) => {
  const { document } = parseHTML(`<body>${prose(text).markup}</body>`)
  const shown = [...document.querySelectorAll('table')].map((table) =>
    [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
  )
  expect(shown).toEqual(readBlocks(text).flatMap((block) => (block.kind === 'table' ? [block.rows] : [])))
})

test('the corpus has such tables', () => expect(withBars.length).toBeGreaterThan(5))
