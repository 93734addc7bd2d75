import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { searchQueryOf,tellingGrams } from '../../src/retrieval/index.ts'
import { syntheticDocuments, syntheticQuestions } from './synthetic-passages.ts'
import * as lancedb from '@lancedb/lancedb'
const model=createNgramEmbeddings()
const n=Number(process.argv[2]??100000)
const uri='/tmp/rx/prof'+n
const index=await openPassageIndex({uri,model})
console.time('sync');await index.sync(syntheticDocuments(n));console.timeEnd('sync')
const qs=syntheticQuestions(300)
const v=await Promise.all(qs.map(q=>model.embeddings.embedQuery(q)))
const st=await index.gramStatistics()
const t=await (await lancedb.connect(uri,{readConsistencyInterval:0})).openTable('passages')
console.log((await t.listIndices()).map(i=>[i.name,i.indexType,i.numUnindexedRows,i.numSegments].join(' ')).join('; '), await t.stats())
const W="status IN ('in-force', 'unverified') AND valid_from <= 20261123 AND valid_until >= 20261123"
const run=async(name:string,fn:(i:number)=>Promise<unknown>,N=100)=>{for(let i=0;i<20;i++)await fn(i);const c=process.cpuUsage(),l:number[]=[];for(let i=0;i<N;i++){const a=performance.now();await fn(i);l.push(performance.now()-a)}const d=process.cpuUsage(c);l.sort((a,b)=>a-b);console.log(name.padEnd(26),'cpu ms',((d.user+d.system)/N/1e3).toFixed(2),'p50',l[N>>1]!.toFixed(1),'p95',l[N*.95|0]!.toFixed(1))}
const tg=qs.map(q=>tellingGrams(searchQueryOf(q),st))
const rare=(k:number)=>tg.map(g=>[...g].sort((a,b)=>st.frequencyOf(a)-st.frequencyOf(b)).slice(0,k))
console.log('grams per q',tg.reduce((a,g)=>a+g.length,0)/300)
const fts=(gs:string[][],w?:string,c=['passage','search_text','_score'],limit=50)=>(i:number)=>{const q=t.query().fullTextSearch(new lancedb.MatchQuery(gs[i]!.join(' '),'grams'));if(w)q.where(w);return q.select(c).limit(limit).toArray()}
await run('fts all filter',fts(tg,W)); await run('fts all nofilter',fts(tg)); await run('fts id nofilter',fts(tg,undefined,['id','_score']))
await run('fts 12 rarest',fts(rare(12))); await run('fts 12 rarest filter',fts(rare(12),W));await run('fts 12 rarest valid_until',fts(rare(12),'valid_until >= 20261123'))
const vec=(w?:string,c=['passage','search_text','_distance'],np?:number)=>(i:number)=>{const q=t.query().nearestTo(v[i]!).distanceType('cosine');if(np)q.nprobes(np);if(w)q.where(w);return q.select(c).limit(30).toArray()}
await run('vec filter',vec(W)); await run('vec nofilter',vec());await run('vec id nofilter',vec(undefined,['id','_distance']));await run('vec nprobes 5',vec(W,undefined,5))
await run('filter only',()=>t.query().where(W).select(['id']).limit(1).toArray());await run('count',()=>t.countRows(W))
