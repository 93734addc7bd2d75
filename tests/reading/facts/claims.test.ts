import { describe, expect, test } from 'vitest'
import { factsOf } from './real-fact-reader.ts'

type Row = readonly [text: string, expected: Readonly<Record<string, unknown>>]

const titles: readonly Row[] = [
  ['我们是高新技术企业', { isHighTechEnterprise: true }],
  ['刚被认定为高企', { isHighTechEnterprise: true }],
  ['高企刚复审通过', { isHighTechEnterprise: true }],
  ['高企证书在有效期内', { isHighTechEnterprise: true }],
  ['高企证书明年6月到期', { isHighTechEnterprise: true }],
  ['不是没有高企，是证书还在有效期里的', { isHighTechEnterprise: true }],
  ['高企在申请还没下来', { isHighTechEnterprise: false }],
  ['准备申请高企', { isHighTechEnterprise: false }],
  ['我们去年申请了高企，今年拿到了', { isHighTechEnterprise: true }],
  ['高企嘛有的', { isHighTechEnterprise: true }],
  ['高企报了，没批', { isHighTechEnterprise: false }],
  ['高企申请被驳回了', { isHighTechEnterprise: false }],
  ['高企去年到期了没续', { isHighTechEnterprise: false }],
  ['高企资格被取消了', { isHighTechEnterprise: false }],
  ['20年拿的高企', {}],
  ['专精特新还没评上', { isSpecializedSme: false }],
  ['高企和专精特新都有', { isHighTechEnterprise: true, isSpecializedSme: true }],
  ['既是高企又是专精特新', { isHighTechEnterprise: true, isSpecializedSme: true }],
  ['高企没有，科小有', { isHighTechEnterprise: false, isTechnologySme: true }],
  ['有科小没高企', { isTechnologySme: true, isHighTechEnterprise: false }],
  ['我们不是高企但是科小', { isHighTechEnterprise: false, isTechnologySme: true }],
  ['高企：是；专精特新：否', { isHighTechEnterprise: true, isSpecializedSme: false }],
  ['资质：高企、专精特新', { isHighTechEnterprise: true, isSpecializedSme: true }],
  ['小巨人去年评上了', { isLittleGiant: true }],
  ['科小去年入过库，今年没重新填', { isTechnologySme: false }],
  ['科小今年入库了', { isTechnologySme: true }],
  ['竞争对手是小巨人，我们不是', { isLittleGiant: false }],
  ['我们公司不是规上企业', { isAboveScale: false }],
]

const record: readonly Row[] = [
  ['从来没有失信', { isSeriouslyDishonest: false }],
  ['没有欠薪', { hasArrears: false }],
  ['有拖欠工资，但没有欠社保', { hasArrears: true }],
  ['社保欠了两个月', { hasArrears: true }],
  ['22年欠过社保，早补齐了', { hasArrears: false }],
  ['工资都按时发，没有拖欠', { hasArrears: false }],
  ['信用良好', { hasBadCredit: false }],
  ['没逾期过，征信也没问题', { hasLoanDefault: false, hasBadCredit: false }],
  ['征信花了', { hasBadCredit: true }],
  ['异常名录、失信、欠薪这些都没有', { isOnAbnormalList: false, isSeriouslyDishonest: false, hasArrears: false }],
  ['没上失信，异常名录也没有', { isSeriouslyDishonest: false, isOnAbnormalList: false }],
  ['被列入经营异常了，地址联系不上', { isOnAbnormalList: true }],
  ['曾被列入异常名录，已经移出', { isOnAbnormalList: false }],
  ['三年内没出过安全事故，也没偷税漏税', { hasMajorAccident3y: false, hasTaxEvasion3y: false }],
  ['无失信无欠薪', { isSeriouslyDishonest: false, hasArrears: false }],
]

const firm: readonly Row[] = [
  ['没有上市，民营企业', { isListed: false, isPrivate: true }],
  ['国企', { isPrivate: false }],
  ['准备上市', { isListed: false }],
  ['社保都正常交', { paysSocialInsurance: true }],
  ['给员工交社保', { paysSocialInsurance: true }],
  ['没给员工交社保', { paysSocialInsurance: false }],
  ['也没交啥社保', { paysSocialInsurance: false }],
  ['社保没断过', { paysSocialInsurance: true }],
  ['有融资需求，抵押没有', { needsFinancing: true, isCreditLoan: true }],
  ['不缺钱，不想贷款', { needsFinancing: false }],
  ['租了办公室', { hasFixedPremises: true }],
]

const others: readonly Row[] = [
  ['我们给上市公司做配套的', {}],
  ['楼上那家公司专精特新，拿了30万奖励', {}],
  ['我们帮客户申请高企', {}],
  ['朋友说高企能减税', {}],
  ['高企补贴', {}],
  ['高企怎么申请', {}],
  ['我们是高企吗', {}],
  ['专精特新和小巨人区别', {}],
  ['贷款贴息几个点', {}],
  ['要是我们是高企能减多少税', {}],
  ['高企，专精特新，小巨人', {}],
]

describe('claims are affirmed, denied or left open by the words around them', () => {
  test.each([...titles, ...record, ...firm, ...others])('%s', (text, expected) => {
    expect(factsOf(text)).toEqual([expected])
  })
})
