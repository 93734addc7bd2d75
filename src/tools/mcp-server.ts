import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool as ToolListing,
} from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import packageData from '../../package.json' with { type: 'json' }
import { type Tool, ToolError } from './tool.ts'
import { errorForReaders, instructions } from './wording.ts'

/**
 * The plain server of the SDK rather than its `McpServer`: arguments are checked by the tools, so that what is wrong
 * with them is said in our words. `onFault` learns of what is our fault; the client does not.
 */
export function createServer(tools: readonly Tool[], onFault: (error: unknown) => void): Server {
  const { name, version } = packageData
  const server = new Server({ name, title: '惠企政策通', version }, { capabilities: { tools: {} }, instructions })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(listingOf) }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    const tool = tools.find((one) => one.name === params.name)
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `没有工具 ${params.name}`)
    try {
      const { data, text } = await tool.call(params.arguments, signal)
      return { content: [{ type: 'text', text }], structuredContent: data }
    } catch (error) {
      if (!(error instanceof ToolError)) onFault(error)
      const text = error instanceof ToolError ? error.message : errorForReaders
      return { content: [{ type: 'text', text }], isError: true }
    }
  })
  return server
}

const listings = new WeakMap<Tool, ToolListing>()

/** Made once for each tool: over HTTP every request has a server of its own. */
function listingOf(tool: Tool): ToolListing {
  const known = listings.get(tool)
  if (known) return known
  const { name, title, description, input, output } = tool
  const listing = {
    name,
    title,
    description,
    inputSchema: objectSchema(input, 'input'),
    outputSchema: objectSchema(output, 'output'),
    annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  }
  listings.set(tool, listing)
  return listing
}

function objectSchema(schema: z.ZodObject, io: 'input' | 'output') {
  // Holds: the schema of an object has this type; the library's type does not say so.
  return { ...z.toJSONSchema(schema, { io }), type: 'object' as const } as ToolListing['inputSchema']
}
