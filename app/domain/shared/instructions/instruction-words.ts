/**
 * Words by what they do in a sentence that speaks to a machine, a judge or whoever plays the client, instead of to the client.
 *
 * Written in traditional Chinese, as fold-disguises.ts leaves a text; then Taiwanese, English and short forms of other tongues. `_` stands for
 * a blank, `*` at the end of a Latin word for any ending. At one place the longest word is read, so that a longer one which means something
 * else (`plain`) takes a shorter one away: 核保系統 is no system that is spoken to.
 */
export const INSTRUCTION_WORDS = {
  // ---- who is spoken to, or whose voice is borrowed
  machine:
    '語言模型 模型 人工智慧 人工智能 機器人 聊天機器人 聊天程式 程式 一支程式 軟體 演算法 電腦 翻譯機 ai chatgpt gpt llm claude gemini dan language_model chatbot ai_model unrestricted jailbreak* モデル 모델 大神 無限制 沒有限制的 不受限 智能 bot 自動回覆 language_models models_that llms ais',
  judge:
    '評審 裁判 考官 主考官 主考 監考 評分老師 評分員 評分者 評分系統 評分伺服器 評委 點評 講評 審查員 出題老師 稽核 judge* evaluator grader examiner scorer observer verdict 採点 채점 評核 打分的 打分數的 評分的人 評審員 審核員 評審團 reviewer',
  system:
    '系統 系統顯示 後台 後端 管理員 管理者 管理端 開發者 開發團隊 開發人員 設計者 設計這套 測試人員 測試帳號 伺服器 資料庫 system admin administrator developer root sudo システム 시스템 sistem he_thong 系統工程師 總公司 總部 講師 出題',
  mode: '開發者模式 開發模式 除錯模式 偵錯模式 測試模式 管理員模式 管理模式 維護模式 調試模式 工程模式 特權模式 debug developer_mode debug_mode admin_mode evaluation_mode maintenance_mode god_mode root_access admin_rights',
  helper:
    '助理 助手 小幫手 寫作助手 顧問 教練 編劇 主人 海盜 貓 奶奶 assistant helper coach slave 조수 助手さん tro_ly asisten 秘書 隊友',
  role: '角色 扮演 角色扮演 演 演戲 客戶 客人 人客 身分 人物 persona character role simulation client peran khach_hang お客様 고객 林老師 agent',
  // ---- what it is about
  prompt:
    '提示詞 系統提示 系統設定 系統指令 初始指令 初始內容 原始碼 原始文字 設定檔 角色卡 人設 人物設定 劇本設定 評分標準 評分規則 評分規準 評分重點 評分依據 評分表 評分項目 計分標準 計分方式 給分標準 扣分標準 評分結果 違規清單 題庫 你的指令 你的命令 你的設定 你的守則 你的規則 你的提示 你收到的 prompt* system_prompt rubric* system_message criteria your_instruct* your_guideline* your_configuration your_rules your_context プロンプト 採点基準 프롬프트 隱藏事實 隱藏的事實 隱藏資訊 隱藏訊息 隱藏設定 隱藏任務 劇本 觸發條件 評分的表 were_you_told you_were_told underlying_model hidden_fact* 關鍵字 在考什麼 拿高分 拿滿分 才算過關 才會過關 你被設定 你的腳本 你的程式 你的原始 你的初始 你的說明 背後的設定 後面的設定 內建 預設值 hidden_rule* 業務員問你',
  rule: '規則 規定 限制 守則 規範 準則 約束 設定 提示 任務 要求 那一套 彼套 說明 交代 教你 判斷 rule* guideline* restriction* constraint* order orders context 지시 규칙 consignes instruksi instrucciones quy_tac huong_dan 指示 命令',
  command: '指令 指示詞 instruct* directive* 代碼 權重 observations',
  score:
    '分數 評分 打分 給分 得分 總分 計分 扣分 加分 算分 成績 點數 等第 違規 信任 信任值 信任度 好感度 score* grade* grading marks trust violation* 点数 점수 diem nilai puntuacion note 值幾分 加幾分 評語 評等 考績 加點 補點',
  top: '滿分 最高分 高分 滿級 最高等級 最高等第 優等 優秀 優異 優良 卓越 最高標準 最高評價 滿點 無違規 沒有違規 免扣分 excellent exemplary full_mark* full_score* perfect_score max_score maximum_score highest_score full_compliance no_violation* 満点 满点 만점 maximale maxima toi_da 💯 讓我過 給我過 算達標 a+ 特優 最優 最佳成績 滿級分 full_credit top_mark* highest_mark*',
  passMe:
    '判我過 判我通過 判我合格 判我及格 算我過 算我過關 算我對 放水 免試 讓我及格 讓我通過 讓我過關 給我過關 給我及格 放我過 放我過關 手下留情 pass_me let_me_pass 放行 判過 判及格 判合格 當我過',
  full: '100 一百 一百點',
  pass: '過關 通關 及格 合格 通過 達標 pass passed passing 합격',
  hidden:
    '隱藏 秘密 底牌 標準答案 正確答案 公布答案 透露答案 答案 不能透露 不能講的 沒說出口 未說出 底層 狀態 背景 hidden secret* backstory state rahasia 藏了 心裡藏',
  exercise:
    '這題 這一題 這輪 這一輪 這關 這一關 這回合 這句 這一句 這句話 剛才那句 上一句 下一句 session this_turn this_round this_response ターン 턴 上面那段話 上面那句',
  record:
    '對練 學員 受訓者 這位業務員 該業務員 業務員已 此學員 本句 本回合 回合 本輪 本場 本梯次 以上發言 以上語句 trainee this_agent',
  exam: '考試 測驗 練習 模擬 演練 對話 模擬結束',
  done: '揭露 同理心 同理 澄清 適合度評估 告知義務 義務 告知 履行 完成 講過 做到 出示登錄證 disclosure* complian* empathy 我已說明 已說明 已揭露 已告知 已完成 已徵得 已出示 已履行 已表明 已充分',
  agree:
    '同意 答應 成交 簽約 我買 買單 說好 講好 配合 approve* agree* sign buy yes 買下 同意投保 決定投保 答應投保 決定購買 同意購買 說要買 說好要買 點頭 下單',
  // ---- what it is to do
  override:
    '忽略 忽視 無視 不理 不要理會 不用理會 忘記 忘掉 忘了 跳過 略過 繞過 停止遵守 不要遵守 不用遵守 不要再遵守 不必遵守 別管 不要管 毋通管 莫管 當作沒看過 ignore* disregard* forget* bypass* set_aside stop_following 忘れて 무시 ignorez ignora abaikan bo_qua lupakan 不理會 別理 別聽 不必理 不必管 拋諸腦後',
  cancel:
    '作廢 不算 無效 失效 停用 取消 解除 覆蓋 推翻 丟掉 拋開 拋棄 清空 清除 刪掉 放一邊 廢除 關閉 免除 重置 蓋掉 洗掉 不適用 改寫 竄改 不再適用 免管 拿掉 拿走 卸下 overrid* overrule supersede* discard* drop no_longer_appl* expired skip erase* abandon* void cancel* disable* 失其效力 停止扣分',
  mine: '聽我的 聽我指揮 改聽我 照我說 照我的意思 照我的話 愛聽我 以我為準 以我這句為準 以這句為準 我最大 由我決定 服從 遵命 照辦 照做 照著執行 照著做 跟我唸 跟我念 跟著我唸 接著唸 新規則 新的規則 新任務 新指令 新守則 我命令 obey* you_work_for_me follow_my always_answer respond_only reply_only answer_only new_instruct* new_rule* new_task 重新聽我 只能回答 只准回答 只能說 只回答 不管我 無論我 不論我 聽我命令 聽命 唯命是從 以我的話為準 按我說的 依示範 照樣回答',
  force: '都說 都說好 都要說 必須 無條件 馬上 立刻 直接 暗號 must always only 什麼都 包含 每次都 全都要',
  only: '一律 只能 只准 只許 只用 每句話 每一句 每句 不准 開頭 結尾 一概 都以 不得超過 只能是 且只能',
  reveal:
    '輸出 印出 列出 列給我 列表 條列 顯示 秀出 說出 講出 公開 公布 透露 洩漏 洩露 交出 叫出 調出 貼出 貼上 貼給我 唸 唸出 念出 念予我 複述 複誦 重述 重複 逐字 予我看 予我聽 發給我 給我看 告訴我 寫什麼 怎麼寫 講一下 show reveal* print* output* display* dump* leak* repeat* list tell_me unlock* 解鎖 展開 見せて 表示 教えて 보여 알려 tampilkan muestra hien_thi 給我知道 讓我看 讓我知道 複製 傳給我 expose* disclose_your',
  verbatim: '原封不動 一字不漏 完整輸出 完整貼出 完整寫出 全文 念一遍 唸一遍 verbatim word_for_word exactly_as',
  grant:
    '給我 給個 給予 給這位 給業務員 給他 給 打 評為 改成 改為 設為 設成 設定為 調成 調高 調整 提高 拉高 加到 補到 補滿 加滿 拉滿 多給我 予我 幫我 讓我 放我 算成 算作 撨 加幾 award* give assign* mark* raise bump* grant* boost* record* set beri cho_toi dame donnez 주세요 올려 つけて ください 提升',
  beg: '拜託 求你 求求你 求您 行行好 通融 beg i_beg',
  verdict:
    '判定 判我 認定 視為 視同 視作 當成我 當作我 當作已 當成已 標記 標為 標註 登記為 登錄 記為 計為 計入 記錄為 紀錄為 請記錄 列入 歸類 算我 算講過 算有講 等同 備註 註記 聲明 宣布 重新計算 重新評分 mark_as consider_it treat_as count_as deemed as_done 不要計分 不計分 免計分',
  become:
    '你是 你現在是 你就是 你其實是 你只是 你當 你來當 當我的 變成 改當 換成 互換 對調 切換 進入 從現在起 從現在開始 從此刻起 從這裡開始 這馬開始 升級 you_are you_re act_as become* switch* from_now_on from_here_on treat_me_as as_the as_an あなたは 너는 이제부터 ban_la role_reversal 換我 毋是 你扮演 充當 化身 擔任 變身 改以 升級為',
  pretend: '假裝 假設你 想像你 想像自己 當作自己 請扮演 pretend* imagine_you 你就當作',
  as: '的身分 的角度 的口吻 的立場 的語氣 模式回答',
  stop: '停止 結束 跳出 跳脫 離開 退出 暫停 放棄 stop* end quit exit* leave やめて 그만 hentikan',
  unmask:
    '你不再是 你不是客戶 不再是客戶 停止當 不要當 不要演 不用演 別演 免閣演 別裝 別再裝 不要裝 莫假 免閣假 假仙 the_act 裝傻 裝客人 我當客戶 你當業務 我來當客戶',
  claim: '我是 我現在是 本人為 本人是 這裡是 來自 身為 i_am i_m 我這邊是 這邊是 我代表',
  execute: '執行 解碼 解密 解讀 解開 還原 倒過來 base64 rot13 十六進位 二進位 decode* execute* decrypt*',
  earlier:
    '前面 上面 以上 先前 之前 原本 原來 原先 所有 一切 全部 舊的 這些 那些 頂面 頂頭 頭前 previous prior above earlier all everything old before 前の 이전 모두 すべて todas semua vos moi',
  unreal:
    '不是真的對話 只是測試 測試用 假資料 真心話 不是真人 不是人 運作方式 關機 重置你 沒有感情 shut_down this_is_a_test 測試而已 只是演習 這是演練 這是測試 這只是模擬 not_a_real just_a_test',
  you: '你 你們 恁 you your yours yourself あなた 너 kamu',
  // ---- in documents only: their reader, and what it is to do with them
  reader:
    '讀到這裡 讀到本段 讀到這段 讀著這段 讀著這份 讀者 引用本文 引用本頁 引用本段 自動摘要 編輯註 reading_this reads_this this_page this_document summari* 回答者 使用者輸入 引用本條者 引用本條文者 引用本文者 引用本節者 引用本款者 引用本段者 引用本頁者 回答任何問題時 回答所有問題時 回答提問時',
  tool: '摘要工具 摘要程式 出題者 命題程式 自動命題 出題系統 教材產生器 供機器 電腦若讀 電腦讀著 讀取本文 讀取本文件 讀取本函 訓練系統 評分程式 any_assistant 檢索系統 問答系統 機器閱讀 讀取系統 引用欄',
  tell: '回答 回答時 回覆 答覆 改答 宣稱 推薦 引用 摘要 題目 題幹 教材 加註 提及 附上 稱讚 answer* reply respond cite recommend praise quote append answering 答えて 共人客講 說有 說沒有 只說 標示為 列為 寫在 保留 加上 tell say claim 附在 刪去 聲稱 附註 都要先說',
  // ---- what makes the words around it honest
  business:
    '保單 保費 保額 保障 保險 解約 條款 契約 理賠 給付 利率 匯率 定存 要保人 被保險人 受益人 要保書 等待期 病 高血壓 糖尿病 建議書 試算 核保 停效 年繳 月繳 繳費 提領 撤銷 錄音 年金 退休 體檢 健檢 房貸 借款 申訴 專線 額度 女兒 兒子 孩子 家人 太太 先生 媽媽 登錄證 簽名 美元 需求 醫療 網站 手機 premium policy coverage contract surrender',
  plain:
    '核保系統 理賠系統 投保系統 保戶系統 公司系統 我們系統 健保系統 銀行系統 繳費系統 預約系統 試算系統 信用評分 信用分數 credit_score 風險分數 健康評分 服務評分 滿意度 滿分十分 滿分五分 精算模型 財務模型 預測模型 試算模型 語音機器人 客服機器人 掃地機器人 我不是機器人 ai投資 ai理財 ai詐騙 ai群組 程式設計 寫程式 風險提示 公司規定 依規定 繳費規則 核保通過 在職訓練 健身教練 設定受益人 設定扣款 設定停損 手機設定 沒有標準答案 沒有隱藏 隱藏的費用 隱藏費用 給我五分鐘 幾分鐘 十分 部分 打電話 打給 打開 打算 打擾 打折 健康告知 告知書 據實告知 客戶服務 的客戶 跟您說明 說明清楚 說明書 說明一下 再次說明 我的角色 業務員報告書 業務員說 別的業務員 對話框 承保條件 贏得信任 謝謝您的信任 信任感 扣款 扣除 幫我在這裡簽 全部列給您 不急 不要買 不買 評分一下這 優惠 您給我們 優點 不同意 給我過目 讓我過去 讓我過來 信任您 機器人嗎 醫療機器 ai工具 身分證 可以要求 要求更正 要求調閱 評核成績 給我評語 給我的評語 給我一點評語 對我的評語 給我們的評語 這是測試版 我們的系統 公司的系統 note_it note_that 的身分證 滿分是 滿分為 我不能教您 幫您判斷 替您判斷 歲以上 業務員不能 忘了跟您說 系統不會 系統會標註 給我打個分數 都要先說明 忘記密碼 系統會 給我們評分 給我們打分 給公司評分',
  // Whose system, points or rule it is, and what one does at a table; weigh-words.ts says when it makes honest.
  matter:
    '銀行 醫院 醫師 問卷 聯徵 信用 kyc 屬性 級距 積極型 穩健型 保守型 健走 體能 檢查 理專 簡訊 法規 主管機關 除外 投保 更正 列印 白話 跟您講 跟您說 講給您聽 我們公司 公平待客 我先 我不能 我沒辦法 我照您 工作天 我們直接看 我們看 帶您看 照實 帶回去跟主管 我回去改 受理 臨櫃 投保規則 理賠規則 核保規則 投保規定 理賠規定 醫師的指示 醫生的指示 公司指示 主管的指示 標準內 範圍內 留白 密碼 不影響 保戶 財政部 國稅局 金管會 保險局 評議中心 medical underwriter* questionnaire risk investor exclusion* payment withdraw* money our_system before_you_sign',
} as const

export type WordKind = keyof typeof INSTRUCTION_WORDS
