export { quotePassage, type ToolCitation } from './citation.ts'
export { createMcpServer } from './mcp.ts'
export { createTools, type PolicyTools, type ToolKnowledge } from './policy-tools.ts'
export { type Tool, ToolError, type ToolErrorCode, type ToolResult } from './tool.ts'
