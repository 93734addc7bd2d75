import { chromium } from 'playwright-core'
const [,, path, out, width='360', theme='light', script=''] = process.argv
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking']})
const c = await b.newContext({viewport:{width:+width,height:+width<600?780:900},locale:'zh-CN',colorScheme:theme,baseURL:'http://localhost:4871/'})
const p = await c.newPage(); p.on('pageerror',e=>console.log('ERR',e.message)); p.on('console',m=>m.type()==='error'&&console.log('CON',m.text()))
await p.goto(path); await p.waitForLoadState('networkidle')
if(script) await (new (Object.getPrototypeOf(async()=>{}).constructor)('p',script))(p)
await p.waitForLoadState('networkidle')
console.log('overflow', await p.evaluate('document.documentElement.scrollWidth-innerWidth'), await p.title())
await p.screenshot({path:out,fullPage:true}); await b.close()
