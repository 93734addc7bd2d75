import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { createRetriever, searchQueryOf } from '../../src/retrieval/index.ts'
import { coverageOf } from '../../src/retrieval/coverage.ts'
import { passageOf } from '../../src/adapters/lancedb-rows.ts'
import { syntheticDocuments, syntheticQuestions } from './synthetic-passages.ts'
import * as lancedb from '@lancedb/lancedb'
const model=createNgramEmbeddings()
const uri='/tmp/rx/prof'+(process.argv[2]??1500)
const index=await openPassageIndex({uri,model})
await index.sync(syntheticDocuments(Number(process.argv[2]??1500)))
const qs=syntheticQuestions(300)
const r=createRetriever({index,model})
const f={limit:50,filter:{inForceAt:'2026-11-23'}}
const v=await Promise.all(qs.map(q=>model.embeddings.embedQuery(q)))
const hits=await index.searchKeywords(searchQueryOf(qs[0]!),f)
const st=await index.gramStatistics()
const t=await (await lancedb.connect(uri,{readConsistencyInterval:0})).openTable('passages')
const W="status IN ('in-force', 'unverified') AND valid_from <= 20261123 AND valid_until >= 20261123"
const run=async(name:string,fn:(i:number)=>unknown)=>{for(let i=0;i<50;i++)await fn(i);const c=process.cpuUsage(),a=performance.now();for(let i=0;i<300;i++)await fn(i);const d=process.cpuUsage(c);console.log(name.padEnd(26),'cpu ms',((d.user+d.system)/300e3).toFixed(2),'wall',((performance.now()-a)/300).toFixed(2))}
await run('embed',i=>model.embeddings.embedQuery(qs[i]!))
await run('keyword',i=>index.searchKeywords(searchQueryOf(qs[i]!),f))
await run('keyword nofilter',i=>index.searchKeywords(searchQueryOf(qs[i]!),{limit:50,filter:{}}))
await run('vector',i=>index.searchVector(v[i]!,{...f,limit:30}))
await run('vector nofilter',i=>index.searchVector(v[i]!,{limit:30,filter:{}}))
await run('vector raw nofilter',i=>t.query().nearestTo(v[i]!).distanceType('cosine').select(['id','_distance']).limit(30).toArray())
await run('vector raw nofilter dot',i=>t.query().nearestTo(v[i]!).distanceType('dot').select(['id','_distance']).limit(30).toArray())
await run('vector raw filter',i=>t.query().nearestTo(v[i]!).distanceType('cosine').where(W).select(['id','_distance']).limit(30).toArray())
await run('vector raw 1 cond',i=>t.query().nearestTo(v[i]!).distanceType('cosine').where("valid_until >= 20261123").select(['id','_distance']).limit(30).toArray())
await run('noop query',i=>t.query().select(['id']).limit(1).toArray())
await run('noop version',i=>t.version())
await run('coverage',i=>coverageOf(searchQueryOf(qs[i]!),hits.map(h=>({documentId:h.passage.documentId,searchText:h.searchText})),st))
const js=JSON.stringify(hits[0]!.passage)
await run('80 passageOf',()=>{for(let i=0;i<80;i++)passageOf(js)})
await run('80 JSON.parse',()=>{for(let i=0;i<80;i++)JSON.parse(js)})
await run('search',i=>r.search(qs[i]!,{filter:{inForceAt:'2026-11-23'}}))
