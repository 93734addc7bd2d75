/** Look-alikes of U+2E80–2EFF that PDF fonts yield for the characters people type; NFKC leaves them as they are. */
const supplement =
  '⼾户⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺋卩⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻮齿⻰龙⻱龟⻲龟⻳龟'

const typed = new Map<string, string>()
const pairs = [...supplement]
for (let index = 0; index + 1 < pairs.length; index += 2) typed.set(pairs[index] ?? '', pairs[index + 1] ?? '')

/** Replaces radicals by the characters they look like; nothing else of the text is normalised. */
export function foldRadicals(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fdf]/g, (radical) => typed.get(radical) ?? radical.normalize('NFKC'))
}
