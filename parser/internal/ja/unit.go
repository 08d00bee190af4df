package ja

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// usualUnits are the units that sheets use, by their keys. Words that stand in
// brackets or in a number's place for another reason are left out: 国, 市, 計画,
// 登録, A. Money and other counts with 千 or 万 before them are not listed.
var usualUnits = func() map[string]bool {
	units := make(map[string]bool, 300)
	for unit := range strings.FieldsSeq(`
		% ‰ パーセント ポイント pt 割 倍 点 位 級 段階
		人 名 者 人日 人時 人月 人工 人分 人回 員 世帯 戸 組 団体 社 店 店舗 事業所 事業 施設 園 校 学級 クラス 団地
		市町村 市町 自治体 都道府県 か国 カ国 ヶ国 ヵ国 箇国 言語
		件 回 回線 度 つ 切れ こま コマ 手続 手続き 取り組み 種 種類 項目 事務 業務 事案 課室 部署 講座 教室 会場 コース 科目 番組 本 曲 品 品目 商品 銘柄 試合 大会
		チーム グループ サークル クラブ 個 個所 か所 箇所 カ所 ヶ所 ヵ所 ケ所 所 基 器 機 台 両 車両 隻 路線 系統 便 橋 棟 軒
		区画 筆 面 枚 部 冊 通 票 口 口座 団 隊 頭 匹 羽 株 束 袋 箱 缶 杯 食 膳 床 席 着 足 式 セット 単位
		ページ 頁 ビュー pv アクセス フォロワー ダウンロード
		秒 分 時間 時 日 日間 泊 週 週間 か月 ヶ月 カ月 ヵ月 ケ月 箇月 月 月間 年 年間 歳 才
		円 銭 ドル 米ドル ユーロ
		mm cm m km m2 km2 m3 mm2 cm2 cm3 ㎜ ㎝ ㎞ ㎡ ㎢ ㎥ m² km² m³ メートル キロメートル キロ 平方メートル
		平方キロメートル 立方メートル 坪 畳 アール ha ヘクタール
		mg g kg t ㎎ ㎏ ㌘ ㌔ ㌧ ton トン グラム キログラム ml l kl dl ㎖ ℓ ㎘ ㍑ リットル キロリットル
		kw mw gw wh kwh mwh gwh kj mj gj tj ㎾ ㎾h kva kcal cal pa hpa 馬力
		t-co2 kg-co2 g-co2 tco2 トンco2 トン-co2 ppm ppb μg ng db ㏈ ℃ ° lx hz bq sv
		kb mb gb tb バイト dpi bps mbps gbps 文字 人当たり 1人当たり`) {
		units[Key(unit)] = true
	}
	return units
}()

// IsUnit reports whether s as a whole is a usual unit: 団体, 人, %, 千円, 件/月,
// 万人, 団体数, t-CO2. Widths and blanks do not count. Words that may be units
// in one sheet only (事務室, 国保) are not known here.
func IsUnit(s string) bool {
	if len(s) > longestUnit || !mayEndUnit(s) {
		return false
	}
	var buffer [keyBuffer]byte
	return isUnitKey(AppendKey(buffer[:0], s), false)
}

// unitEnds are the last characters of the usual units.
var unitEnds = func() *Characters {
	ends := make([]rune, 0, len(usualUnits))
	for unit := range usualUnits {
		end, _ := utf8.DecodeLastRuneInString(unit)
		ends = append(ends, end)
	}
	return NewCharacters(string(ends))
}()

// mayEndUnit reports whether a text ends as a usual unit may, without making a key
// of it.
func mayEndUnit(s string) bool {
	for len(s) > 2 && isPlain(s, len(s)-3) {
		last, size := decodeWide(s[len(s)-3:])
		if last != '数' || len(s) == size {
			return unitEnds.Has(last)
		}
		s = s[:len(s)-size]
	}
	return s != ""
}

// longestUnit is how many bytes a unit may have.
const longestUnit = 60

// isUnitKey reports whether a key is that of a unit. With loose set, any short
// noun is one too, as what follows a number directly is hardly anything else.
func isUnitKey(key []byte, loose bool) bool {
	if len(key) == 0 || key[len(key)-1] == '/' || bytes.HasSuffix(key, []byte("・")) {
		return false
	}
	for part := 0; len(key) > 0; part++ {
		first := key
		cut := bytes.IndexByte(key, '/')
		dot := bytes.Index(key, []byte("・"))
		switch {
		case cut > 0 && (dot < 0 || cut < dot):
			first, key = key[:cut], key[cut+1:]
		case dot > 0:
			first, key = key[:dot], key[dot+len("・"):]
		case cut == 0 || dot == 0:
			return false
		default:
			key = nil
		}
		if part > 0 {
			digits := digitsOrCommas(first)
			if !isRoundNumber(first[:digits]) {
				return false // 40団体/60団体 are two values
			}
			first = first[digits:]
		}
		if !isPlainUnit(first, loose) || part > 3 {
			return false
		}
	}
	return true
}

// isRoundNumber reports whether digits are none, or a 1 with zeros behind it, as
// a unit is divided by: 10, 1,000.
func isRoundNumber(digits []byte) bool {
	for i, c := range digits {
		if c != ',' && c != '0' && (c != '1' || i > 0) {
			return false
		}
	}
	return len(digits) == 0 || digits[0] == '1'
}

// digitsOrCommas counts the digits before a unit, as in 人/10万人, 件/1,000人.
func digitsOrCommas(key []byte) int {
	for i, c := range key {
		if !isDigit(rune(c)) && (c != ',' || i == 0) {
			return i
		}
	}
	return len(key)
}

// isPlainUnit knows a unit without a slash: of the table, with a magnitude
// before it (万人) or 数 or 当たり behind it.
func isPlainUnit(key []byte, loose bool) bool {
	for {
		if usualUnits[string(key)] {
			return true
		}
		if rest, cut := bytes.CutSuffix(key, []byte("数")); cut && len(rest) > 0 {
			key = rest
			continue
		}
		r, size := utf8.DecodeRune(key)
		if magnitude(r) == 0 || size == len(key) {
			break
		}
		key = key[size:]
	}
	return loose && isNoun(key)
}

// beginsWithMisreadDigit reports whether a letter that looks like a digit stands
// before a usual unit, or is all there is: the O of 4O団体 and 21O, the l of 2l件.
func beginsWithMisreadDigit(key []byte) bool {
	switch {
	case len(key) == 0 || key[0] != 'o' && key[0] != 'l' && key[0] != 'i':
		return false
	case len(key) == 1:
		return key[0] == 'o'
	}
	return usualUnits[string(key[1:])]
}

// isNoun reports whether a key is a short word that can count things.
func isNoun(key []byte) bool {
	if beginsWithMisreadDigit(key) {
		return false
	}
	runes, wide := 0, 0
	for i := 0; i < len(key); {
		r, size := utf8.DecodeRune(key[i:])
		switch {
		case isHan(r) || r == 'ヶ':
			wide++
		case isKatakana(r) || isLetter(r):
		default:
			return false
		}
		runes++
		i += size
	}
	if runes == 0 || wide > 5 || runes > 10 {
		return false
	}
	word := string(key)
	return !endsInAction(word) && !continuesCounter(word)
}

// actions are words behind a number that say what happens, not what is counted.
var actions = strings.Fields(`実施 開催 達成 増加 減少 増減 削減 予定 見込 見込み 完了 継続 目標 検討 策定 設置 導入
	整備 拡大 縮小 維持 満点 対象 対象外 採用 公表 作成 発行 配布 改善 向上 低下 以外 未定 年度 程度 以上 以下 以内 未満
	参加 登録 利用 配置 委託 協議 準備 研究 調査 運用 運営 終了 廃止 開始 増 減 中 済 超 末 頃 目 前 後 弱 強 余 比 内 外`)

func endsInAction(word string) bool {
	for _, action := range actions {
		if strings.HasSuffix(word, action) {
			return true
		}
	}
	return false
}

// counters are units so common that what follows them is no part of the unit.
var counters = strings.Fields(`件 回 人 名 校 か所 箇所 ヶ所 カ所 個 台 冊 枚 円 日 時間 点 団体 施設 事業 年 月 %`)

func continuesCounter(word string) bool {
	for _, counter := range counters {
		if rest, cut := strings.CutPrefix(word, counter); cut && countRunes(rest, 3) >= 2 {
			return true
		}
	}
	return false
}

// isValueUnit reports whether s, printed behind a number, is its unit.
func isValueUnit(s string, expected string) bool {
	if len(s) > longestUnit {
		return false
	}
	r, _ := decodeAt(s, 0)
	if isListMark(r) || FoldRune(r) == ':' {
		return false
	}
	var buffer, other [keyBuffer]byte
	key := AppendKey(buffer[:0], s)
	if expected != "" && len(expected) <= longestUnit && bytes.Equal(key, AppendKey(other[:0], expected)) {
		return true
	}
	return isUnitKey(key, true)
}

// unitText returns a unit as printed, without the blanks and widths of its
// setting: ％ is %, 件／月 is 件/月. It allocates only where it changes it.
func unitText(s string) string {
	if s == "％" {
		return "%"
	}
	for i := 0; i < len(s); {
		r, size := decodeAt(s, i)
		if isBlank(r) || FoldRune(r) != r {
			return foldUnit(s)
		}
		i += size
	}
	return s
}

func foldUnit(s string) string {
	var out strings.Builder
	for _, r := range s {
		if !isBlank(r) {
			out.WriteRune(FoldRune(r))
		}
	}
	return out.String()
}
