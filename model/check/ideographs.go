package check

// kangxiKanji are the kanji of the Kangxi radicals from U+2F00 on.
var kangxiKanji = []rune("" +
	"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴" +
	"廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿" +
	"目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵" +
	"邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠")

// otherRadicals are kanji of the radicals supplement that extraction writes for
// them.
var otherRadicals = map[rune]rune{
	0x2E81: '厂',
	0x2E84: '乙',
	0x2E8B: '卩',
	0x2E8C: '小',
	0x2E97: '心',
	0x2E98: '手',
	0x2E9B: '无',
	0x2E9F: '母',
	0x2EA0: '民',
	0x2EA9: '王',
	0x2EAA: '疋',
	0x2EAD: '示',
	0x2EB0: '糸',
	0x2EC1: '虎',
	0x2EC2: '衣',
	0x2EC4: '西',
	0x2EC5: '見',
	0x2EC6: '角',
	0x2EC9: '貝',
	0x2ED1: '長',
	0x2ED3: '長',
	0x2ED4: '門',
	0x2ED6: '阜',
	0x2ED8: '青',
	0x2ED9: '韋',
	0x2EDA: '頁',
	0x2EDB: '風',
	0x2EDD: '食',
	0x2EDE: '食',
	0x2EDF: '食',
	0x2EE2: '馬',
	0x2EE3: '骨',
	0x2EE4: '鬼',
	0x2EE5: '魚',
	0x2EE8: '麦',
	0x2EE9: '黄',
	0x2EEB: '斉',
	0x2EED: '歯',
	0x2EEF: '竜',
	0x2EF0: '龍',
	0x2EF2: '亀',
	0x2EF3: '龜',
}

// kanjiOfRadical returns the kanji that a radical stands for, the mark of an
// unknown letter where none is known.
func kanjiOfRadical(r rune) rune {
	if index := int(r) - 0x2F00; index >= 0 && index < len(kangxiKanji) {
		return kangxiKanji[index]
	}
	if kanji, known := otherRadicals[r]; known {
		return kanji
	}
	return unknownLetter
}

// compatibilityKanji are the kanji of the compatibility ideographs from U+F900
// on; a blank stands where one is a kanji of its own.
var compatibilityKanji = []rune("" +
	"豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄" +
	"鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵" +
	"呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂" +
	"燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺" +
	"切度拓糖宅洞暴輻行降見廓兀嗀　　塚　晴　　凞猪益礼神祥福靖精羽　蘒　諸　　逸都　　　飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎" +
	"懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘　　並况全侀充冀勇勺喝啕喙嗢塚墳奄奔" +
	"婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹" +
	"變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎")

// kanjiOfCompatibility returns the kanji that a compatibility ideograph is a
// form of.
func kanjiOfCompatibility(r rune) rune {
	if index := int(r) - 0xF900; index >= 0 && index < len(compatibilityKanji) && compatibilityKanji[index] != '　' {
		return compatibilityKanji[index]
	}
	return unknownLetter
}
