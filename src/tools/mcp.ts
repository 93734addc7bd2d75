import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import type { PolicyTools } from './policy-tools.ts'

/** The tools as an MCP server, to be connected to a transport; the SDK is loaded only now, which keeps starts short. */
export async function createMcpServer(tools: PolicyTools, onFault: (error: unknown) => void): Promise<Server> {
  const { createServer } = await import('./mcp-server.ts')
  return createServer(Object.values(tools), onFault)
}
