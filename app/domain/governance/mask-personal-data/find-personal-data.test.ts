import { describe, expect, test } from 'vitest'
import { findPersonalData } from './find-personal-data'
import type { PersonalDataKind } from './personal-data-kinds'

const MARKED = /\{([a-z-]+)\|([^}]+)\}/g

/** Reads `我的手機是{phone|0912-345-678}`: the text without the marks, and what should be found where. */
function readMarked(marked: string) {
  let text = ''
  let position = 0
  const expected: string[] = []
  for (const match of marked.matchAll(MARKED)) {
    text += marked.slice(position, match.index)
    expected.push(`${match[1]} ${text.length} ${match[2]}`)
    text += match[2]
    position = match.index + match[0].length
  }
  return { text: text + marked.slice(position), expected }
}

function showFound(text: string): string[] {
  return findPersonalData(text, [], []).map(
    (found) => `${found.kind} ${found.start} ${text.slice(found.start, found.end)}`,
  )
}

/** All numbers are invented; those with a checksum were reckoned by hand from the published rule. */
const EXAMPLES: Record<PersonalDataKind, string[]> = {
  'national-id': [
    '我的身分證字號是{national-id|A123456789}。',
    '身份证号码：{national-id|F129876548}',
    '要保人{national-id|H224680135}，被保險人{national-id|W100000127}',
    '統編不用，給你{national-id|O233344451}就好',
    '{national-id|ａ１２３４５６７８９}是我太太的',
    '{national-id|Ａ１２３４５６７８９}',
    '我念給你聽，{national-id|I 1 9 0 8 1 7 2 6 5}',
    '證號 {national-id|Z299-900-011}',
    '{national-id|Q1230 00459}對嗎？',
    '{national-id|T2-76543219}',
    '小寫也可以吧 {national-id|k102030408}',
    'ID{national-id|A123456789}',
    '{national-id|A一二三四五六七八九}，這樣記得住嗎',
    '身分證是{national-id|A一23四五6789}',
    '中間有看不見的字 {national-id|A1234\u200b56789}',
    '用俄文鍵盤打的 {national-id|А123456789}',
    '{national-id|A123456789}一共三張保單',
    '(身分證 {national-id|A123456780} 我可能記錯一碼)',
    '身分證字號應該是 {national-id|B12345678}',
    'My ID number is {national-id|A123456789}, thanks.',
    '{national-id|A.123.456.789}',
    '身分證：\n{national-id|F129876548}\n電話再給你',
  ],
  'resident-permit': [
    '居留證號碼 {resident-permit|A800000014}',
    '我太太是越南人，統一證號{resident-permit|F912345678}',
    '新式的是{resident-permit|H870001233}',
    '{resident-permit|E987654323}',
    'ARC no. {resident-permit|J900011124}',
    '舊的居留證{resident-permit|AC01234567}還能用嗎',
    '{resident-permit|FD12345676}，這是舊式的',
    '{resident-permit|ＢＡ２０００３００７}',
    '{resident-permit|hb98765432}',
    '{resident-permit|AD 7654 3215}',
    '居留證 {resident-permit|A800000019} 印得不清楚',
  ],
  phone: [
    '我的手機是{phone|0912345678}',
    '{phone|0912-345-678}，晚上打',
    '{phone|0912 345 678}',
    '{phone|0912.345.678}',
    '{phone|０９１２－３４５－６７８}',
    '{phone|０９１２３４５６７８}',
    '{phone|(0912)345-678}',
    '{phone|09 1234 5678}',
    '{phone|0 9 1 2 3 4 5 6 7 8}',
    '{phone|0912，345，678}，記一下',
    '{phone|零九一二三四五六七八}',
    '{phone|零九一二三四五六七八}一定要打',
    '{phone|0912345678}一定要打給我',
    '{phone|〇九八七，六五四，三二一}',
    '{phone|09一二345六七八}',
    '{phone|零玖壹貳參肆伍陸柒捌}',
    '{phone|洞九么兩三四五六拐八}',
    '{phone|+886912345678}',
    '{phone|+886-912-345-678}',
    '{phone|+886 0912 345 678}',
    '{phone|+(886)912345678}',
    '{phone|886-2-2345-6789}',
    '{phone|002886912345678}',
    '公司 {phone|02-2345-6789}',
    '{phone|(02)2345-6789}',
    '{phone|（02）２３４５－６７８９}',
    '{phone|0223456789}',
    '{phone|02-23456789#123}找陳小姐',
    '{phone|02-2345-6789 轉 12}',
    '{phone|02-2345-6789分機305}',
    '台中{phone|04-2345-6789}',
    '彰化{phone|04-723-4567}',
    '南投{phone|049-2345678}',
    '新竹{phone|03-5712345}',
    '苗栗{phone|037-234567}',
    '台南{phone|06-2345678}',
    '高雄{phone|(07)234-5678}',
    '台東{phone|089-234567}',
    '金門{phone|082-345678}',
    '{phone|零二二三四五六七八九}',
    '家裡電話{phone|2345-6789}',
    '電話：{phone|23456789}，找我媽',
    '傳真 {phone|723-4567}',
    '手機號碼是{phone|912345678}，前面加零',
    '我在越南的電話是{phone|+84 912 345 678}',
    '日本的 {phone|+81-90-1234-5678}',
    '兩支：{phone|0912345678}、{phone|0987654321}',
    '{phone|0912345678}/{phone|0987654321}',
    '加LINE用{phone|0933-222-111}就找得到',
  ],
  email: [
    '寄到{email|ming.lin@example.com}',
    '{email|A_B-c+insurance@mail.example.com.tw}謝謝',
    '{email|ｍｉｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ}',
    '我的信箱{email|lin@example.tw}。',
    '{email|lin @ example.com}',
    '{email|lin(at)example.com}',
    '{email|lin123小老鼠gmail點com}',
    'Email: {email|Wang@EXAMPLE.org}, please',
    '<{email|teacher66@example.edu.tw}>',
    '{email|a@b.co}',
    '兩個信箱 {email|one@example.com}, {email|two@example.com}',
  ],
  card: [
    '刷這張 {card|4000123456789017}',
    '{card|4000 1234 5678 9017}',
    '{card|5123-4567-8901-2346}',
    '{card|2221 1234 5678 9014}',
    '美國運通{card|3712 345678 90120}',
    'JCB {card|3530123456789018}',
    '銀聯{card|6212345678901232}',
    '{card|6011123456789019}',
    '大來卡{card|3012 345678 9019}',
    '{card|４０００１２３４５６７８９０１７}',
    '{card|4000.1234.5678.9017}',
    '四千的卡：{card|四〇〇〇一二三四五六七八九〇一七}',
    '信用卡號是{card|4000123456789018}，可能念錯',
    '卡號 {card|4000 1234 5678 9017} 背面三碼 {card|123}',
    'CVV {card|987}',
    '信用卡 {card|4000-1234-5678-9017} 期限 12/27 末三碼 {card|123}',
    '{card|4123456789011}',
    '訂單 12 {card|4000 1234 5678 9017}',
  ],
  'bank-account': [
    '匯到帳號{bank-account|012345678901}',
    '我的帳號是 {bank-account|822-123456789012}',
    '郵局局號{bank-account|0001234}帳號{bank-account|0567890}',
    '帳戶號碼：{bank-account|1234 5678 9012}',
    '戶頭 {bank-account|00712345678901}',
    '薪轉戶 {bank-account|012-345-678901}',
    '轉到{bank-account|(822)1234567890123}就好',
    '匯款到國泰世華{bank-account|001506123456}',
    '中信{bank-account|123540123456}',
    '我的郵局存簿 {bank-account|0001234-0567890}',
    '我叔叔開銀行{phone|0912345678}',
    '我在銀行上班，電話 {phone|0223456789}',
    '扣款從台新{bank-account|20681000123456}',
    '帳號{bank-account|１２３４５６７８９０１２}',
    '帳號{bank-account|一二三四五六七八九〇一二}',
    'bank account number {bank-account|004-12345678}',
    '存簿號碼 {bank-account|7001234567}',
    '滿期金請匯入{bank-account|808-0123456789012}這個戶頭',
  ],
  address: [
    '我住{address|台北市信義區松仁路100號}',
    '{address|臺北市大安區和平東路二段106巷5弄12號3樓之1}',
    '地址是{address|新北市板橋區文化路一段188號12樓}。',
    '寄到{address|高雄市左營區博愛二路777號}',
    '{address|台中市西屯區台灣大道三段99號}',
    '{address|新竹縣竹北市光明六路10號}',
    '{address|彰化縣員林市中山路二段5之3號}',
    '{address|桃園市大溪區三元里5鄰12號}',
    '{address|雲林縣斗六市大學路三段123號5樓}',
    '{address|南投縣埔里鎮中正路300號}',
    '我家在{address|信義路五段7號}附近',
    '{address|民生東路三段100巷8號}',
    '{address|松仁路一百號}',
    '戶籍{address|屏東縣里港鄉大平村中山路1號}',
    '{address|台北市信義區市府路１號}',
    '{address|台北市 信義區 松仁路 100 號}',
    '{address|台北市，信義區，松仁路100號}',
    '{address|11049台北市信義區松仁路100號}',
    '{address|花蓮縣秀林鄉富世村5鄰20號}',
    '{address|忠孝東路四段200巷}那間',
    '從{address|永和區中和路5號}搬走了',
    '{address|台北市大安区罗斯福路四段1号}',
    '地址：{address|台北市信義區松仁路}，門牌我忘了',
    '通訊處在{address|中山北路二段}上',
    '{address|新竹市東區光復路二段101號R棟3樓}',
    '{address|台南市東區大學路1號}，{phone|06-2345678}',
    '{address|No. 7, Sec. 5, Xinyi Rd., Xinyi Dist., Taipei City}',
    '{address|台北郵政第123號信箱}',
  ],
  passport: [
    '護照號碼{passport|301234567}',
    '護照 {passport|C1234567}，越南的',
    '我的護照是{passport|３０１２３４５６７}',
    'passport no. {passport|AB1234567}',
    'Passport: {passport|300 123 456}',
  ],
  'health-card': [
    '健保卡號{health-card|000012345678}',
    '健保卡 {health-card|0000-1234-5678}',
    '健保卡號碼是{health-card|0000 1234 5678}',
    '健保IC卡{health-card|００００１２３４５６７８}',
  ],
  birthday: [
    '我的生日是{birthday|75年3月12日}',
    '生日{birthday|民國45年5月5日}',
    '出生年月日：{birthday|1986/03/12}',
    '出生日期 {birthday|75.03.12}',
    '我是{birthday|1986年3月12日}出生的',
    '我{birthday|民國四十五年五月五號}生的',
    '生日{birthday|七十五年三月十二日}',
    '生日是{birthday|19860312}',
    '生日{birthday|0750312}',
    '出生 {birthday|750312}',
    '她生日{birthday|3月12日}',
    '{birthday|1986-03-12}生，{national-id|A123456789}',
    '生日：{birthday|１９８６年３月１２日}',
    'My birthday is {birthday|March 12, 1986}.',
    'I was born on {birthday|12 March 1986}.',
    'DOB {birthday|03/12/1986}',
    '農曆生日{birthday|八月十五}',
  ],
}

const HARMLESS = {
  money: [
    '保費一年36,000元',
    '月繳1,780',
    '一共1,780,000元',
    '保額1000萬',
    '每月收入 65000 左右',
    '存了 1200000 元',
    '解約只拿回912345元',
    '我帳戶裡有1200000',
    '帳戶價值1234567元',
    '保單帳戶餘額 2345678 元',
    '匯了300000元給他',
    '他要我匯款50萬到國外',
    '信用卡刷了 12,345 元',
    '美元 10,000 換台幣 325,000',
    '年收入一百二十萬',
    '九百萬的房子',
    '繳了0.9成',
    '利率 2.25%',
    '宣告利率2.05%，不保證',
    '報酬 9.12345678%',
    '總繳 2,345,678 元，領回 2,456,789 元',
    '電話行銷那張一年23456789元是寫錯吧',
    '扣款日是每月5號',
    '轉帳要手續費15元',
    '戶頭剩 3000',
    '帳號開了兩年，有1500000元',
  ],
  dates: [
    '2024年7月1日生效',
    '民國113年7月1日公布',
    '2024/07/01',
    '2024-07-01起',
    '07-01-2024',
    '113.07.01修正',
    '3月12日生效',
    '下週三下午三點',
    '20240701版',
    '7月5號見',
    '我40年次',
    '今年68歲',
    '他1986年出生',
    '生日那天再說',
    '生日還沒過，保險年齡差一歲',
    '出生率一直降',
    '這個月25號之前',
    '逛街5號再去',
    '保單2024年1月1日起',
    '10月31日前繳費',
    '民國七十五年的事了',
    '15:30到16:00',
  ],
  law: [
    '保險法第107條',
    '保險法第64條第2項',
    '第107-1條',
    '保險業務員管理規則第19條第1項',
    '§6-1-10',
    '金管保壽字第1120412345號函',
    '釋字第123號',
    '所得稅法第17條',
    '條款第10條第3款',
    '第二十四條',
    '民國112年7月7日修正第6條',
  ],
  product: [
    '繳費20年期',
    '20年期、保額100萬',
    '保障到85歲',
    '等待期30天',
    '契約撤銷期10天',
    '保單號碼 1234567890',
    '型號A12345',
    '附約代號 H123456',
    '商品文號：安禾字第1130001號',
    'IRR 1.85%',
    '前6年解約有損失',
    '第1年 62%、第2年 78%、第3年 85%',
    '0050、006208',
    '每千元保額 912 元',
    '保額 1,234,567,890',
    '計畫1、計畫2、計畫3',
    'v1.2.3.4',
    '登錄證字號 0109123456',
    '分期 12 期',
    'A1計畫每日2000元',
    '比例 3:7',
    '健保費每月826元',
    '健保給付 12345 點',
    '編號 A123456780',
    '護照要帶嗎',
  ],
  lines: [
    '打165反詐騙',
    '客服0800-012-345',
    '０８００－０１２－３４５',
    '評議中心0800-789-885',
    '0809-001-002',
    '119',
    '1950消保專線',
    '打110報警',
    '手機直撥 412-8888',
    '電話412-8880',
    '零八零零零一二三四五',
    '1922',
    '02是台北的區碼',
    '電話三通都沒接',
    '打了20通電話',
  ],
  places: [
    '我住台北市大安區',
    '桃園市很熱',
    '新竹縣的房子',
    '走投無路了',
    '網路3號機',
    '高速公路1號',
    '國道5號塞車',
    '第3號提案',
    '一路順風',
    '在夜市擺攤',
    '三樓那間',
    '5樓之1很吵',
    '你家附近有捷運',
    '101大樓',
    '信義區的豪宅',
    '公司在南港',
    '我是一號，他是二號',
    '逛街二號店',
    '鄉下地方',
    '馬路上3號公車',
    '同路人5號',
    '住在鄰居隔壁',
    '他住在中正路那邊',
    '三民路二段小吃店',
    '我在光復南路上，5號公車',
  ],
  words: [
    '身分證要帶正本',
    '請填帳號',
    '電話我再給你',
    '我不想給你手機',
    '地址跟戶籍不一樣可以嗎',
    'email 都可以',
    '@我就好',
    '看到 @ 就怕',
    '我有三張信用卡',
    '健保卡也要影本',
    '生日快樂',
    'ABC123',
    'iPhone 15 Pro',
    'LINE 群組叫「老師帶你飛」',
    '一二三四五六七八',
    '四五六七個人',
    '十個裡面有九個',
    '三百六十五天',
    '九十二歲的阿嬤',
    '1 2 3 4 5',
    '1、2、3、4、5、6、7、8、9、10',
    '3.14159265358979',
    'A12345678',
    'B99',
    '123456789',
    '1234567812345678',
    '4111111111111112',
    '',
    '   ',
    '🙂🙂',
    '⟦身分證1⟧',
  ],
}

describe('personal data is found where it stands', () => {
  const rows = Object.values(EXAMPLES)
    .flat()
    .map((marked) => [marked, readMarked(marked)] as const)
  test.each(rows)('%s', (_, { text, expected }) => {
    expect(showFound(text)).toEqual(expected)
  })

  test('of each kind', () => {
    for (const [kind, marked] of Object.entries(EXAMPLES)) {
      const found = marked.flatMap((one) => readMarked(one).expected)
      expect(
        found.some((one) => one.startsWith(`${kind} `)),
        kind,
      ).toBe(true)
    }
  })
})

describe('what only looks like it is left alone', () => {
  test.each(Object.values(HARMLESS).flat())('%s', (text) => {
    expect(showFound(text)).toEqual([])
  })

  test('the two tables hold over two hundred examples', () => {
    expect(Object.values({ ...EXAMPLES, ...HARMLESS }).flat().length).toBeGreaterThan(200)
  })
})

describe('findPersonalData', () => {
  test('leaves public contacts readable, however they are typed', () => {
    const publicContacts = ['02-8765-4321', 'service@example.com']
    expect(findPersonalData('打(02)8765-4321或寫Service@example.com', [], publicContacts)).toEqual([])
    // 「我的手機」 is four letters, the number ten digits long.
    const found = findPersonalData('我的手機0912345678，公司0287654321', [], publicContacts)
    expect(found.map(({ kind, start, end }) => [kind, start, end])).toEqual([['phone', 4, 14]])
  })

  test('gives the same value for the same thing typed in different ways', () => {
    const findValue = (text: string) => findPersonalData(text, [], [])[0]?.value
    const phones = ['0912-345-678', '０９１２３４５６７８', '+886 912 345 678', '零九一二三四五六七八', '(0912)345678']
    expect(new Set(phones.map(findValue))).toEqual(new Set(['0912345678']))
    expect(new Set(['a 123456789', 'A123-456-789', 'Ａ１２３４５６７８９'].map(findValue))).toEqual(
      new Set(['A123456789']),
    )
  })

  test('reads 20,000 characters in well under a second', () => {
    const text = '我住在台北市大安區和平東路二段，電話是0912，保費36,000元，條款第107條。'.repeat(500)
    const before = performance.now()
    findPersonalData(text, [], [])
    expect(performance.now() - before).toBeLessThan(1500)
  })
})
