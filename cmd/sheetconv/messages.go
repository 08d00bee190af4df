package main

import "slices"

// translation is a message in both languages. The English text is what the code
// says and the key; both have the same verbs, which take texts: %[1]s. Neither can
// hold ${, which begins a variable of x/text's catalogue.
type translation struct{ english, japanese string }

// translations is the table of all messages but those of diagnostics and findings,
// which stand with their codes.
var translations = slices.Concat(generalTranslations, batchTranslations, exportTranslations, diffTranslations)

var generalTranslations = []translation{
	// The program.
	{"Read the sheets of Japanese local governments", "自治体の評価シート・計画書を読む"},
	{`sheetconv reads the text of Japanese local-government sheets (program
evaluations, progress tables, plans) and gives what they say as YAML or
JSON, as an Excel workbook or tables, and what changed from year to year.
Results go to stdout, everything else to stderr.

Exit codes: 0 done; 1 done, and there is something to report, such as an
input that could not be parsed, or a difference; 2 could not run.`,
		`自治体の事務事業評価シート、進行管理表、計画書などから抽出したテキストを
読み、その内容を YAML または JSON、Excel ブック、表として出力し、年度ごとの
変更点を示します。結果は標準出力へ、それ以外は標準エラー出力へ書きます。

終了コード: 0 完了、1 完了したが報告すべきこと（読めなかった入力、変更点など）
がある、2 実行できなかった。`},
	{`  sheetconv parse sheet.txt
  sheetconv parse --to jsonl -o sheets.jsonl sheets/*.txt
  pdftotext -layout sheet.pdf - | sheetconv parse
  sheetconv check sheets/
  sheetconv export xlsx sheets/ -o summary.xlsx
  sheetconv diff r1.txt r2.txt`,
		`  sheetconv parse sheet.txt
  sheetconv parse --to jsonl -o sheets.jsonl sheets/*.txt
  pdftotext -layout sheet.pdf - | sheetconv parse
  sheetconv check sheets/
  sheetconv export xlsx sheets/ -o summary.xlsx
  sheetconv diff r1.txt r2.txt`},
	{"print help for the command", "このコマンドのヘルプを表示する"},
	{"print no diagnostics, only what could not be done", "診断を表示せず、できなかったことだけを表示する"},
	{"the language of messages; the model and codes stay the same", "メッセージの言語（モデルと診断コードは変わらない）"},
	{"show the line of each diagnostic with a caret under the place; auto does on a terminal, and in the report of check",
		"診断ごとにその行と位置を示す（auto は端末のときと check の報告のときだけ）"},

	// Help.
	{"Usage:", "使い方:"},
	{"Examples:", "例:"},
	{"Commands:", "コマンド:"},
	{"Flags:", "オプション:"},
	{"Global flags:", "共通オプション:"},
	{" (default %[1]s)", "（既定値 %[1]s）"},
	{"`%[1]s COMMAND --help` says more about a command.", "各コマンドの詳細は `%[1]s COMMAND --help` で表示します。"},
	{"Print help for a command", "コマンドのヘルプを表示する"},
	{"Print help for a command.", "コマンドのヘルプを表示します。"},
	{"  sheetconv help parse", "  sheetconv help parse"},

	// parse.
	{"Read sheets and print them as documents of the model", "シートを読み、モデルの文書として出力する"},
	{`Read sheets and print each as a document of the model sheetconv/v1.

A FILE is the text of one or more sheets of one form. Without a FILE, or
with -, the standard input is read. The form and the encoding are detected.
What is doubtful in a sheet is reported on stderr, and stands in the
document too.`,
		`シートを読み、それぞれをモデル sheetconv/v1 の文書として出力します。

FILE は同じ様式のシート1枚以上のテキストです。FILE がないとき、または - の
ときは標準入力を読みます。様式と文字コードは自動で判別します。疑わしい箇所は
標準エラー出力に示し、文書の中にも残します。`},
	{`  # one sheet, as YAML
  sheetconv parse sheet.txt

  # a folder of sheets into one file, a line for each document
  sheetconv parse --to jsonl -o sheets.jsonl sheets/*.txt

  # straight from a PDF
  pdftotext -layout sheet.pdf - | sheetconv parse`,
		`  # シート1枚を YAML で
  sheetconv parse sheet.txt

  # フォルダー内のシートを1つのファイルへ（1行に1文書）
  sheetconv parse --to jsonl -o sheets.jsonl sheets/*.txt

  # PDF から直接
  pdftotext -layout sheet.pdf - | sheetconv parse`},
	{"the output format", "出力の形式"},
	{"write to `FILE`, which is replaced whole, instead of stdout", "標準出力ではなく `FILE` に書く（ファイル全体を置き換える）"},
	{"read as the form `ID` instead of detecting it (see sheetconv forms)", "判別せずに様式 `ID` として読む（sheetconv forms を参照）"},
	{"give every row its place in the input, as at: LINE:COLUMN", "各行に入力での位置を at: 行:列 として付ける"},
	{"exit with 1 if there is any error or warning", "エラーまたは警告の診断があれば終了コードを 1 にする"},
	{"read as the encoding `NAME` instead of detecting it: utf-8, cp932, euc-jp, iso-2022-jp, utf-16le, utf-16be",
		"判別せずに文字コード `NAME` として読む: utf-8, cp932, euc-jp, iso-2022-jp, utf-16le, utf-16be"},
	{"refuse inputs that are larger", "これより大きい入力は受け付けない"},

	// check.
	{"Check sheets and models, and report what does not add up", "シートとモデルを検査し、合わない箇所を報告する"},
	{`Read sheets, hold them against every rule, and report each finding: where it
is, what was found and what was expected.

A PATH is a sheet, a model written by parse, or a folder of them; hidden
files and links in it are left out. Without a PATH, or with -, the standard
input is read. A file that cannot be read as either is a finding too.

A file .sheetconv.yaml sets select, ignore, fail-on, severity and baseline
for its folder and those below it. The nearest file counts, key by key, and
a flag counts more.

The exit code is 1 if a finding is as bad as --fail-on says and the baseline
does not know it.`,
		`シートを読み、すべての規則に照らして、指摘ごとに位置、見つかったもの、
あるべきものを報告します。

PATH はシート、parse が書いたモデル、またはそれらのフォルダーです。フォルダーの
中の隠しファイルとリンクは除きます。PATH がないとき、または - のときは標準入力
を読みます。どちらとしても読めないファイルも指摘の1つです。

.sheetconv.yaml は、そのフォルダー以下に select、ignore、fail-on、severity、
baseline を定めます。キーごとに最も近いファイルが優先し、オプションはそれより
優先します。

--fail-on 以上の指摘があり、それが baseline にないとき、終了コードは 1 です。`},
	{`  # a folder, for people
  sheetconv check sheets/

  # warnings fail too, but not the known ones
  sheetconv check --fail-on warning --baseline known.yaml sheets/

  # for code scanning
  sheetconv check --report sarif -o sheetconv.sarif sheets/

  # what a code means
  sheetconv check --explain layout/unmapped`,
		`  # フォルダーを検査する
  sheetconv check sheets/

  # 警告でも失敗にする（既知のものは除く）
  sheetconv check --fail-on warning --baseline known.yaml sheets/

  # コードスキャンのために
  sheetconv check --report sarif -o sheetconv.sarif sheets/

  # コードの意味を見る
  sheetconv check --explain layout/unmapped`},
	{"the format of the report", "報告の形式"},
	{"exit with 1 if a finding is as bad as this, or worse", "この重さ以上の指摘があれば終了コードを 1 にする"},
	{"report these codes and families only", "これらのコードと分類だけを報告する"},
	{"leave these codes and families out", "これらのコードと分類を報告しない"},
	{"do not fail on the findings that `FILE` knows", "`FILE` にある既知の指摘では失敗にしない"},
	{"write all that is found to the baseline, and fail on none of it", "見つかった指摘をすべて baseline に書き、失敗にしない"},
	{"print what a `CODE` or a family means, and check nothing", "`CODE` または分類の意味を表示し、検査はしない"},
	{"--explain takes no PATH; found %[1]s", "--explain と PATH（%[1]s）は同時に指定できません"},
	{"%[1]s is the baseline; name another file with -o", "%[1]s は baseline です。-o には別のファイルを指定してください"},
	{"--write-baseline needs --baseline FILE, or a baseline in %[1]s",
		"--write-baseline には --baseline FILE か、%[1]s の baseline が必要です"},
	{"found:", "指摘する例:"},
	{"not found:", "指摘しない例:"},
	{"there is no code %[1]s; did you mean %[2]s?", "コード %[1]s はありません。%[2]s の誤りではありませんか"},
	{"there is no code %[1]s; the families are %[2]s", "コード %[1]s はありません。分類は %[2]s です"},
	{"%[1]s (%[2]s)", "%[1]s (%[2]s)"},
	{"%[1]s: there are no files in it", "%[1]s: ファイルがありません"},
	{"no findings in %[1]s", "指摘なし（%[1]s）"},
	{" (%[1]s known from the baseline)", "、ほかに既知の指摘 %[1]s 件"},
	{"more findings are in the log of this step: %[1]s", "ほかの指摘はこのステップのログにあります: %[1]s"},
	{"wrote %[1]s known findings to %[2]s", "既知の指摘 %[1]s 件を %[2]s に書きました"},
	{"%[1]s is left as it was: not everything could be read", "読めない入力があったので、%[1]s は変更しません"},

	// The files that check goes by.
	{"not YAML: %[1]s", "YAML として読めません: %[1]s"},
	{"expected keys and values; the keys are %[1]s", "キーと値を書いてください。キーは %[1]s です"},
	{"expected one YAML document", "YAML の文書は1つだけにしてください"},
	{"the key %[1]s stands twice", "キー %[1]s が2度あります"},
	{"there is no key %[1]s; did you mean %[2]s?", "キー %[1]s はありません。%[2]s の誤りではありませんか"},
	{"there is no key %[1]s; the keys are %[2]s", "キー %[1]s はありません。キーは %[2]s です"},
	{"expected the name of a file", "ファイル名を書いてください"},
	{"expected a list of codes, such as [layout, value/unreadable]", "[layout, value/unreadable] のようにコードの一覧を書いてください"},
	{"expected codes with a severity each, such as layout/unmapped: info", "layout/unmapped: info のようにコードごとの重さを書いてください"},
	{"--baseline takes a file, not the standard input", "--baseline に標準入力は指定できません"},
	{"there is no such baseline; make it with --write-baseline", "baseline がありません。--write-baseline で作ってください"},
	{"no baseline: found the schema %[1]s, expected %[2]s", "baseline ではありません。schema が %[1]s です（%[2]s であるべきです）"},
	{"the count of %[1]s in %[2]s is not a whole number from 1", "%[2]s の %[1]s の count が 1 以上の整数ではありません"},

	// detect.
	{"Tell which form a sheet has, how sure that is, and why", "シートの様式と、その確からしさ・根拠を示す"},
	{`Tell which form a sheet has, how sure that is, and why: the labels of the
form that were found, with the line of each, and those that are missing;
then how well every other form fits.

The exit code is 1 if a file fits no form, or several forms at once.`,
		`シートの様式と、その確からしさ・根拠を示します。見つかった見出しとその行、
見つからなかった見出し、ほかの様式の確からしさの順です。

どの様式にも当てはまらないファイルや、複数の様式に当てはまるファイルがあれば、
終了コードは 1 です。`},
	{`  sheetconv detect sheet.txt
  sheetconv detect --to json sheets/*.txt`,
		`  sheetconv detect sheet.txt
  sheetconv detect --to json sheets/*.txt`},
	{"%[1]s: no known form", "%[1]s: 既知の様式ではありません"},
	{"%[1]s: %[2]s", "%[1]s: %[2]s"},
	{"%[1]s: several forms: %[2]s", "%[1]s: 複数の様式があります: %[2]s"},
	{"%[1]s: confidence %[2]s", "%[1]s: 確からしさ %[2]s"},
	{"other forms", "ほかの様式"},
	{"found", "あり"},
	{"missing", "なし"},
	{"line %[1]s", "%[1]s 行目"},

	// forms, schema, version, completion.
	{"List the forms that can be read", "読める様式の一覧を表示する"},
	{`List the forms that can be read: the id that --form takes, the title, the
municipality that publishes it, and a line about what it holds.`,
		`読める様式の一覧を表示します。--form に指定する id、名称、公表している自治体、
内容の説明の順です。`},
	{`  sheetconv forms
  sheetconv forms --to json`,
		`  sheetconv forms
  sheetconv forms --to json`},
	{"ID", "ID"},
	{"TITLE", "様式"},
	{"MUNICIPALITY", "自治体"},
	{"HOLDS", "内容"},
	{"Print the JSON Schema of the model", "モデルの JSON Schema を出力する"},
	{`Print the JSON Schema (2020-12) of one document of the model sheetconv/v1,
for editors and validators. It is the same for JSON and YAML.`,
		`モデル sheetconv/v1 の文書の JSON Schema (2020-12) を出力します。エディターや
検証ツールで使えます。JSON と YAML に共通です。`},
	{"  sheetconv schema > sheetconv.schema.json", "  sheetconv schema > sheetconv.schema.json"},
	{"Print the version of the program and of the model", "プログラムとモデルの版を表示する"},
	{`Print the version of the program, and the name of the model that its
documents follow.`,
		`プログラムの版と、文書が従うモデルの名前を表示します。`},
	{"  sheetconv version", "  sheetconv version"},
	{"Print a script that makes a shell complete commands and flags", "シェルの補完スクリプトを出力する"},
	{`Print a script that makes a shell complete the commands and flags of
sheetconv: bash, zsh, fish or powershell.`,
		`sheetconv のコマンドとオプションをシェルで補完するためのスクリプトを出力
します。bash、zsh、fish、powershell に対応しています。`},
	{`  # for this session of bash
  source <(sheetconv completion bash)

  # for every session of zsh
  sheetconv completion zsh > "$fpath[1]/_sheetconv"`,
		`  # 現在の bash だけ
  source <(sheetconv completion bash)

  # 以後すべての zsh
  sheetconv completion zsh > "$fpath[1]/_sheetconv"`},
	{"Print the script for %[1]s", "%[1]s 用のスクリプトを出力する"},
	{`Print the script for %[1]s. Run the line below in one session, or put it
into the start-up file of the shell for all sessions.`,
		`%[1]s 用のスクリプトを出力します。下の行を実行すると現在のシェルで、
起動時の設定ファイルに書くと以後すべてのシェルで有効になります。`},
	{"leave out the descriptions of what is completed", "補完候補の説明を省く"},

	// The command line.
	{"Try `%[1]s --help`.", "使い方は `%[1]s --help` で表示します。"},
	{"the standard input (-) is given twice", "標準入力 (-) が2回指定されています"},
	{"there is no form %[1]s; known are %[2]s", "様式 %[1]s はありません。指定できるのは %[2]s です"},
	{"there is no encoding %[1]s; known are %[2]s", "文字コード %[1]s はありません。指定できるのは %[2]s です"},
	{"%[1]s takes no arguments; found %[2]s", "%[1]s に引数 %[2]s は指定できません"},
	{"there is no command %[1]s; did you mean %[2]s?", "コマンド %[1]s はありません。%[2]s の誤りではありませんか"},
	{"there is no command %[1]s", "コマンド %[1]s はありません"},
	{"there is no flag %[1]s; did you mean %[2]s?", "オプション %[1]s はありません。%[2]s の誤りではありませんか"},
	{"there is no flag %[1]s", "オプション %[1]s はありません"},
	{"--%[1]s needs a value", "--%[1]s には値が必要です"},
	{"--%[1]s does not take %[2]s", "--%[1]s に %[2]s は指定できません"},
	{"; ", "。"},
	{", ", "、"},
	{" and ", "、"},
	{"expected one of %[1]s", "%[1]s のどれかを指定してください"},
	{"expected a size such as 10MB, 64MiB or 1GiB", "10MB、64MiB、1GiB のように大きさを指定してください"},
	{"expected a size from 1 byte to %[1]s", "1 バイトから %[1]s までの大きさを指定してください"},

	// Files and streams.
	{"reading from the terminal: paste the text and press %[1]s, or name files (see --help)",
		"端末から読み込みます。テキストを貼り付けて %[1]s を押すか、ファイルを指定してください（--help を参照）"},
	{"is a directory; name the files in it", "フォルダーです。中のファイルを指定してください"},
	{"there is no such file; check the name", "ファイルがありません。名前を確かめてください"},
	{"permission denied; check who may read or write it", "権限がありません。読み書きの権限を確かめてください"},
	{"cannot write %[1]s: it is a directory; name a file in it", "%[1]s に書けません。フォルダーなので、中のファイル名を指定してください"},
	{"cannot write %[1]s: there is no folder %[2]s; make it first", "%[1]s に書けません。フォルダー %[2]s がないので、先に作ってください"},
	{"cannot write %[1]s: it is one of the inputs; give another name", "%[1]s に書けません。入力ファイルなので、別の名前を指定してください"},
	{"cannot write %[1]s: %[2]s", "%[1]s に書けません: %[2]s"},

	// Inputs that could not be parsed.
	{"sheetconv itself failed on this file (%[1]s): please report this, with the file",
		"sheetconv の不具合でこのファイルを処理できませんでした (%[1]s)。ファイルを添えて報告してください"},
	{"too many filled cells for one file; split the file", "1つのファイルとしてはセルが多すぎます。ファイルを分けてください"},
	{"larger than the limit of %[1]s; split it, or raise the limit with --max-bytes",
		"上限の %[1]s を超えています。分割するか、--max-bytes で上限を上げてください"},
	{"the input is empty; check that the extraction wrote its text", "中身が空です。テキストの抽出が成功したか確かめてください"},
	{"nothing but blanks in %[1]s bytes; check that the extraction found text (a scanned page needs OCR)",
		"空白しかありません（%[1]s バイト）。テキストが抽出されたか確かめてください（スキャン画像には OCR が必要です）"},
	{"this is %[1]s, not text; %[2]s", "テキストではなく%[1]sです。%[2]s"},
	{"%[1]s undecodable sequences and %[2]s control characters in %[3]s bytes",
		"%[3]s バイト中、読めないバイト列 %[1]s か所、制御文字 %[2]s か所"},
	{"lines in utf-8 are mixed with others (read as %[1]s: %[2]s); convert all to one encoding",
		"utf-8 の行とほかの文字コードの行が混ざっています（%[1]s として読むと、%[2]s）。文字コードを統一してください"},
	{"this is not %[1]s text (%[2]s); try --encoding %[3]s", "%[1]s のテキストではありません（%[2]s）。--encoding %[3]s を試してください"},
	{"this is not text in any known encoding (read as %[1]s: %[2]s); extract its text first, or name its encoding with --encoding",
		"既知の文字コードのテキストではありません（%[1]s として読むと、%[2]s）。先にテキストを抽出するか、--encoding で文字コードを指定してください"},
	{"this is not %[1]s text (%[2]s); extract its text first, or leave --encoding out",
		"%[1]s のテキストではありません（%[2]s）。先にテキストを抽出するか、--encoding を外してください"},
	{"a document without a schema; expected %[1]s", "schema のない文書があります（%[1]s であるべきです）"},
	{"its schema is %[1]s, newer than %[2]s; update sheetconv", "schema が %[1]s で、%[2]s より新しいものです。sheetconv を更新してください"},
	{"its schema is %[1]s; expected %[2]s", "schema が %[1]s です（%[2]s であるべきです）"},
	{`"%[1]s"`, "「%[1]s」"},
	{"%[1]s (confidence %[2]s; lacks %[3]s)", "%[1]s（確からしさ %[2]s、ない見出し: %[3]s）"},
	{"no known form; the nearest are %[1]s; see `sheetconv detect`, or name the form with --form",
		"既知の様式ではありません。近いのは %[1]s です。`sheetconv detect` で確かめるか、--form で様式を指定してください"},
	{"%[1]s from line %[2]s", "%[1]s（%[2]s 行目から）"},
	{"sheets of several forms in one file: %[1]s; split the file, or name one form with --form",
		"複数の様式のシートが1つのファイルにあります: %[1]s。ファイルを分けるか、--form で様式を1つ指定してください"},

	// The closing line.
	{"%[1]s, %[2]s, %[3]s info in %[4]s", "%[1]s、%[2]s、情報 %[3]s 件（%[4]s）"},
	{"%[1]s error", "エラー %[1]s 件"},
	{"%[1]s errors", "エラー %[1]s 件"},
	{"%[1]s warning", "警告 %[1]s 件"},
	{"%[1]s warnings", "警告 %[1]s 件"},
	{"%[1]s file", "%[1]s ファイル"},
	{"%[1]s files", "%[1]s ファイル"},

	// Words of the parser: formats that are not text, and what to do about them.
	{"a PDF file", " PDF ファイル"},
	{"an old Excel workbook", "旧形式の Excel ブック"},
	{"an old Office or Ichitaro document", "旧形式の Office 文書または一太郎文書"},
	{"an RTF document", " RTF 文書"},
	{"a PNG picture", " PNG 画像"},
	{"a JPEG picture", " JPEG 画像"},
	{"a GIF picture", " GIF 画像"},
	{"a TIFF picture", " TIFF 画像"},
	{"a BMP picture", " BMP 画像"},
	{"a WebP picture", " WebP 画像"},
	{"a gzip archive", " gzip 圧縮ファイル"},
	{"a 7-Zip archive", " 7-Zip 書庫"},
	{"a bzip2 archive", " bzip2 圧縮ファイル"},
	{"an xz archive", " xz 圧縮ファイル"},
	{"a RAR archive", " RAR 書庫"},
	{"an LZH archive", " LZH 書庫"},
	{"a ZIP archive", " ZIP 書庫"},
	{"an empty ZIP archive", "空の ZIP 書庫"},
	{"an Excel workbook", " Excel ブック"},
	{"a Word document", " Word 文書"},
	{"a PowerPoint presentation", " PowerPoint プレゼンテーション"},
	{"an OpenDocument spreadsheet", " OpenDocument 表計算"},
	{"an OpenDocument text", " OpenDocument 文書"},
	{"an OpenDocument file", " OpenDocument ファイル"},
	{"extract its text first, for example with `pdftotext -layout`; a scanned PDF needs OCR",
		"先に `pdftotext -layout` などでテキストを抽出してください（スキャンした PDF には OCR が必要です）"},
	{"open it in a spreadsheet program and save the sheet as CSV or as tab-separated text (Unicode text)",
		"表計算ソフトで開き、シートを CSV かタブ区切りテキスト（Unicode テキスト）で保存してください"},
	{"open it in the program that made it and save it as plain text (UTF-8)",
		"作成したソフトで開き、テキスト形式 (UTF-8) で保存してください"},
	{"recognize its text first with an OCR program", "先に OCR ソフトで文字を認識させてください"},
	{"unpack it first and give the files inside", "先に展開し、中のファイルを指定してください"},
}

// formSummaries has the one line about each form in Japanese, by its id. A form that
// has none here is described in English, so that adding a form changes nothing here.
var formSummaries = map[string]string{
	"misato-program":  "事務事業: 事業費、人員、指標の年度別計画値・実績値・達成率",
	"isehara-program": "事務事業評価: 事業行程、指標、事業費、人員、4つの評価",
	"sakado-progress": "行政改革の進行管理集計表: 取組項目、指標、進捗状況、意見",
	"komaki-plan":     "計画: 施策・展開方向と指標、事業、取組項目",
	"hadano-progress": "行政改革の進行管理シート: 項目の指標、取組内容の年度別の計画と実績",
}
