import { readBlocks } from '../state/prose-blocks.ts'

/** Text of a policy or answer, shown as it is; only tables written with bars become tables. */
export function Prose({ text, children }: { readonly text: string; readonly children?: preact.ComponentChildren }) {
  const blocks = readBlocks(text)
  return (
    <>
      {blocks.map((block, index) =>
        block.kind === 'table' ? (
          <Table key={index} rows={block.rows} />
        ) : (
          <p key={index}>
            {block.text}
            {index === blocks.length - 1 && children}
          </p>
        ),
      )}
      {blocks.at(-1)?.kind === 'table' && <p>{children}</p>}
    </>
  )
}

function Table({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const [head = [], ...body] = rows
  return (
    <div class="table-frame" tabindex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
