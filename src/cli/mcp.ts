import { once } from 'node:events'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { createMcpServer, type PolicyTools } from '../tools/index.ts'

/** Serves the tools over standard input and output until the client hangs up. */
export async function serveMcp(tools: PolicyTools): Promise<void> {
  // Standard output belongs to the protocol, whatever a library may want to print.
  console.log = console.error
  const server = await createMcpServer(tools, (error) => console.error(error))
  const hungUp = Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close')])
  await server.connect(new StdioServerTransport())
  console.error('惠企政策通 MCP 服务已就绪（标准输入输出）。')
  await hungUp
  await server.close()
}
