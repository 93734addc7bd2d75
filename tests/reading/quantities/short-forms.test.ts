import { expect, test } from 'vitest'
import { findQuantities } from '../../../src/reading/quantities/find-quantities.ts'
import { readAsText as read } from './read-as-text.ts'

test.each([
  ['廿八个人', ['number 28']],
  ['廿人', ['number 20']],
  ['卅五人', ['number 35']],
  ['廿多人', ['number (20, 30) ~']],
  ['招了仨', ['number 3']],
  ['我们俩人', ['number 2']],
  ['俩残疾人', ['number 2']],
  ['三十好几个', ['number (30, 40) ~']],
  ['四十好几号人', ['number (40, 50) ~']],
  ['好几个人', ['number [3, 10) ~']],
])('short and round words for numbers: %s', (text, expected) => expect(read(text)).toEqual(expected))

test.each([
  ['两百w', ['money 2000000']],
  ['五十w', ['money 500000']],
  ['一千w', ['money 10000000']],
  ['三w', ['money 30000']],
  ['80w', ['money 800000']],
  ['七成五', ['ratio 0.75']],
  ['三成二', ['ratio 0.32']],
  ['占了八成五左右', ['ratio [0.765, 0.935] ~']],
  ['两成半', ['ratio 0.25']],
  ['六成', ['ratio 0.6']],
])('amounts and shares in short: %s', (text, expected) => expect(read(text)).toEqual(expected))

test.each([
  ['不超500人', ['number (, 500]']],
  ['不超2个亿', ['money (, 200000000]']],
  ['不超过30人', ['number (, 30]']],
  ['超500人', ['number (500, )']],
  ['7、8个', ['number [7, 8] ~']],
  ['7、8个人', ['number [7, 8] ~']],
  ['7、8万块', ['money [70000, 80000] ~']],
  ['六、七个人', ['number [6, 7] ~']],
  ['5、6年', ['duration [60, 72] ~']],
  ['3、5个', ['number 3', 'number 5']],
  ['1、2个软著', ['number 1', 'number 2']],
])('bounds and neighbours: %s', (text, expected) => expect(read(text)).toEqual(expected))

test.each([
  ['上周', '2026-05-11', '2026-05-17'],
  ['上个星期', '2026-05-11', '2026-05-17'],
  ['上周三', '2026-05-13', '2026-05-13'],
  ['上礼拜天', '2026-05-17', '2026-05-17'],
  ['这周', '2026-05-18', '2026-05-24'],
  ['下周一', '2026-05-25', '2026-05-25'],
  ['上季度', '2026-01-01', '2026-03-31'],
  ['这个季度', '2026-04-01', '2026-06-30'],
  ['本季度', '2026-04-01', '2026-06-30'],
  ['下个季度', '2026-07-01', '2026-09-30'],
])('weeks and quarters around today: %s', (text, from, until) => {
  expect(findQuantities(text, '2026-05-20')).toMatchObject([{ kind: 'date', from, until }])
})

test.each(['上周期', '以上周边', '成立两周年'])('%s names no week', (text) => {
  expect(findQuantities(text, '2026-05-20').filter(({ kind }) => kind === 'date')).toEqual([])
})
