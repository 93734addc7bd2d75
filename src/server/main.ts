import { resolve } from 'node:path'
import { loadConfig } from '../config.ts'
import { createProgress, openMatchDesk, openServices, today, writeWordDocument } from '../services.ts'
import { buildApp } from './app.ts'
import { observeModel } from './metrics.ts'

const questionsToTry = ['科技履约贷的保费补贴是多少？怎么申请？', '长宁的1+5政策是什么', '高企认定要多少研发费用']

async function main(): Promise<void> {
  const config = loadConfig()
  const services = await openServices(config, {
    onProgress: createProgress('更新索引'),
    observe: observeModel,
    log: (message) => console.error(message),
  })
  const { knowledge, report, cookieSecret } = services
  const modelChecks = Promise.all([knowledge.languageModel.check(), knowledge.reranker.check()])
  const app = await buildApp({
    assistant: services.assistant,
    openConversation: services.openConversation,
    tools: services.tools,
    conversations: services.conversations,
    policies: knowledge.policies,
    eligibility: knowledge.eligibility,
    matchDesk: await openMatchDesk({ corpusFolder: config.corpusFolder, policies: knowledge.policies }),
    findDocument: knowledge.findDocument,
    writeWord: writeWordDocument,
    retriever: knowledge.answering.retriever,
    isReady: services.isReady,
    today,
    settings: { ...config, cookieSecret, webFolder: resolve('web/dist') },
  })
  await app.listen({ port: config.port, host: config.host })

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await app.close()
    await services.close()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  const { model, warning } = knowledge.embedding
  console.log(`政策 ${knowledge.policies.length} 项；索引：${describeReport(report)}`)
  console.log(`向量模型：${model.name}（${model.dimension} 维）${warning === null ? '' : `，暂不可用：${warning}`}`)
  for (const line of await modelChecks) console.log(line)
  console.log(`惠企政策通已就绪：http://localhost:${config.port}（接口说明：/docs）\n可以试着问：`)
  for (const question of questionsToTry) console.log(`  · ${question}`)
}

function describeReport(report: Awaited<ReturnType<typeof openServices>>['report']): string {
  if (!report) return '尚未更新完'
  const { documentsAdded, documentsChanged, documentsRemoved } = report
  return `新增 ${documentsAdded}，更新 ${documentsChanged}，移除 ${documentsRemoved}`
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
