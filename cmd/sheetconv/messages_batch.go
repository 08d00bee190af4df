package main

// batchTranslations are the messages of the command batch, and of parse as a worker.
var batchTranslations = []translation{
	{"Convert a whole archive: folders, ZIP files and files", "フォルダー・ZIP・ファイルをまとめて変換する"},
	{`Convert a whole archive: folders, ZIP files and single files.

Each input is written to DIR at its relative path with the ending added;
with --to jsonl the documents of all go to numbered files (part-00000.jsonl).
DIR/manifest.jsonl accounts for every input in a line. One bad file never
stops the rest. Run again, it does only what is new or has changed, or goes
on where it was stopped.

The exit code is 1 if any input failed, and 130 or 143 if it was stopped.`,
		`フォルダー、ZIP ファイル、個々のファイルをまとめて変換します。

入力ごとに、相対パスに拡張子を加えた名前で DIR に書きます。--to jsonl では
すべての文書を番号つきのファイル (part-00000.jsonl) にまとめます。
DIR/manifest.jsonl には入力ごとに1行の記録が残ります。読めない入力があっても
残りは処理します。もう一度実行すると、新しい入力と変わった入力だけを変換し、
中断したときは続きから再開します。

失敗した入力があれば終了コードは 1、中断されたときは 130 または 143 です。`},
	{`  # a folder and a ZIP, a model for each sheet
  sheetconv batch archive more.zip -o models

  # into a few large files, which is the fastest
  sheetconv batch archive --to jsonl -o models

  # the files that another command names
  find old -name '*.txt' -print0 | sheetconv batch --files-from - -0 -o models`,
		`  # フォルダーと ZIP を、シートごとのモデルへ
  sheetconv batch archive more.zip -o models

  # 少数の大きなファイルへ（最も速い）
  sheetconv batch archive --to jsonl -o models

  # ほかのコマンドが挙げたファイル
  find old -name '*.txt' -print0 | sheetconv batch --files-from - -0 -o models`},
	{"the folder `DIR` to write to", "書き込み先のフォルダー `DIR`"},
	{"with --to jsonl, end a part when it has this size", "--to jsonl のとき、この大きさで次のファイルに移る"},
	{"how many inputs to convert at once, `N`", "同時に変換する入力の数 `N`"},
	{"one for each core", "コアの数"},
	{"read names of sources from `FILE`, one a line; - is stdin", "入力の名前を `FILE` から読む（1行に1つ。- は標準入力）"},
	{"with --files-from, names end with a NUL", "--files-from の名前の区切りを NUL とする"},
	{"convert only what matches `PATTERN`, such as *.txt or 2021/**; may be repeated",
		"`PATTERN` に合うものだけを変換する（*.txt、2021/** など。繰り返し指定可）"},
	{"leave out what matches `PATTERN`; may be repeated", "`PATTERN` に合うものを除く（繰り返し指定可）"},
	{"convert unchanged inputs again, too", "変わっていない入力も変換し直す"},
	{"remove the outputs of inputs that are no longer there", "なくなった入力の出力を削除する"},
	{"refuse ZIP files with more than `N` members", "メンバーが `N` 個を超える ZIP は受け付けない"},
	{"refuse large ZIP members that grow more than `N` times", "展開すると `N` 倍を超える大きな ZIP メンバーは受け付けない"},

	{"convert only the share `I/N` of the inputs, such as 2/8", "入力のうち `I/N` の分担だけを変換する（2/8 など）"},
	{"write the closing account to `FILE`, as JSON", "終了時の集計を `FILE` に JSON で書く"},
	{"show progress: a bar on a terminal (auto), or a line every few seconds (plain)",
		"進み具合を示す（auto は端末でバー、plain は数秒ごとに1行）"},

	// The command line.
	{"--jobs expects a number from 1 to %[1]s", "--jobs には 1 から %[1]s までの数を指定してください"},
	{"%[1]s is the manifest; name another file with --report", "%[1]s は manifest です。--report には別のファイルを指定してください"},
	{"--shard does not take %[1]s; expected a share such as 2/8, the first of eight being 1/8",
		"--shard に %[1]s は指定できません。2/8 のように指定してください（8分割の最初は 1/8）"},
	{"name the folder to write to with -o", "書き込み先のフォルダーを -o で指定してください"},
	{"-0 says how names end in the file of --files-from, which is missing", "-0 は --files-from と一緒に指定してください"},
	{"--%[1]s expects a number from 1 on", "--%[1]s には 1 以上の数を指定してください"},
	{"name a folder, a ZIP file or a file to convert", "変換するフォルダー、ZIP ファイル、ファイルを指定してください"},
	{"cannot read %[1]s: %[2]s", "%[1]s を読めません: %[2]s"},
	{"%[1]s and %[2]s would both become %[3]s; nothing was written; name their folder, or leave one out",
		"%[1]s と %[2]s の出力がどちらも %[3]s になります。何も書いていません。上のフォルダーを指定するか、どちらかを除いてください"},
	{"%[1]s and %[2]s would both be taken under one name; nothing was written; name their folder, or leave one out",
		"%[1]s と %[2]s が同じ名前の入力になります。何も書いていません。上のフォルダーを指定するか、どちらかを除いてください"},
	{"the pattern %[1]s is malformed", "パターン %[1]s は正しくありません"},
	{"%[1]s is a source; name another folder with -o", "%[1]s は入力です。-o で別のフォルダーを指定してください"},
	{"another run is writing to %[1]s; wait for it, or name another folder with -o",
		"別の実行が %[1]s に書き込んでいます。終わるのを待つか、-o で別のフォルダーを指定してください"},

	// Inputs that failed.
	{"is no regular file (a device or a pipe); leave it out with --exclude",
		"通常のファイルではありません（デバイスやパイプ）。--exclude で除いてください"},
	{"is a symbolic link that leads out of the folder; name what it leads to as a source",
		"フォルダーの外へのシンボリックリンクです。リンク先を入力に指定してください"},
	{"it changed while it was read; run again when nobody writes to it",
		"読んでいる間に変わりました。書き込みが終わってからもう一度実行してください"},
	{"its name leads out of the output folder; rename it", "名前が出力フォルダーの外を指しています。名前を変えてください"},
	{"its name is too long for the output folder; shorten it", "名前が長すぎて出力フォルダーに書けません。短くしてください"},
	{"its name in the ZIP is neither UTF-8 nor CP932; pack the ZIP again",
		"ZIP 内の名前が UTF-8 でも CP932 でもありません。ZIP を作り直してください"},
	{"is a symbolic link in a ZIP; pack what it leads to instead", "ZIP 内のシンボリックリンクです。リンク先を入れ直してください"},
	{"is no ZIP file, or a part of it is missing; fetch it again", "ZIP ファイルでないか、一部が欠けています。取得し直してください"},
	{"is damaged in the ZIP; fetch the ZIP again", "ZIP 内で壊れています。ZIP を取得し直してください"},
	{"is encrypted; unpack it with its password first", "暗号化されています。先にパスワードで展開してください"},
	{"is compressed by a method that is not supported; unpack the ZIP first", "未対応の圧縮方式です。先に ZIP を展開してください"},
	{"the ZIP has too many members; unpack it first, or raise --max-members",
		"ZIP のメンバーが多すぎます。先に展開するか、--max-members で上限を上げてください"},
	{"grows too much when it is unpacked; if that is meant, raise --max-ratio",
		"展開すると大きくなりすぎます。問題なければ --max-ratio で上限を上げてください"},
	{"the members of the ZIP overlap, as those of an archive bomb do", "ZIP のメンバーが重なっています（高圧縮爆弾の特徴です）"},

	// The worker form of parse.
	{"read a JSON object a line from stdin (name, and text or base64 bytes) and answer each by a line",
		"標準入力の各行を JSON オブジェクト（name と、text または base64 の bytes）として読み、1行ずつ答える"},
	{"--from-jsonl reads the standard input; found %[1]s", "--from-jsonl は標準入力を読みます。%[1]s は指定できません"},
	{"--from-jsonl goes with --to jsonl, and without -o and --strict",
		"--from-jsonl は --to jsonl と一緒に指定し、-o や --strict とは併用できません"},
	{`expected a JSON object with "name" and either "text" or "bytes" in base64`,
		`"name" と、"text" または base64 の "bytes" のどちらかを持つ JSON オブジェクトが必要です`},
	{"the line is longer than a sheet may be; raise the limit with --max-bytes",
		"行が長すぎます。--max-bytes で上限を上げてください"},

	// Progress and signals.
	{"%[1]s of %[2]s files", "%[2]s ファイル中 %[1]s"},
	{"%[1]s failed", "失敗 %[1]s 件"},
	{"%[1]s, %[2]s of %[3]s MB, %[4]s MB/s, %[5]s s left, %[6]s failed",
		"%[1]s、%[3]s MB 中 %[2]s MB、毎秒 %[4]s MB、残り %[5]s 秒、失敗 %[6]s 件"},
	{"stopping; what is in flight is finished (once more to stop at once)",
		"中断します。処理中の入力を終えるまでお待ちください（もう一度で即座に停止）"},
	{"stopped with %[1]s of %[2]s files done; run the same command again to go on",
		"%[2]s ファイル中 %[1]s まで処理して中断しました。同じコマンドをもう一度実行すると続きから始めます"},

	// The closing table.
	{"%[1]s: %[2]s converted, %[3]s unchanged, %[4]s failed; %[5]s MB in %[6]s s",
		"%[1]s: 変換 %[2]s、変更なし %[3]s、失敗 %[4]s（%[5]s MB、%[6]s 秒）"},
	{"the slowest:", "時間のかかったもの:"},
	{"%[1]s: %[2]s s", "%[1]s: %[2]s 秒"},
	{"no longer there since the last run: %[1]s", "前回の実行のあとになくなった入力: %[1]s"},
	{"outputs that no input stands for any more: %[1]s; remove them with --prune",
		"入力のない出力: %[1]s（--prune で削除します）"},
	{"outputs kept, because what they were made from could not be read: %[1]s", "元の入力を読めなかったため残した出力: %[1]s"},
	{"outputs removed that no input stood for any more: %[1]s", "削除した入力のない出力: %[1]s"},
	{"… and %[1]s more that failed; see the manifest", "…ほか %[1]s 件が失敗しました。マニフェストを参照してください"},
	{"FORM", "様式"},
	{"STATUS", "状態"},
	{"FILES", "ファイル"},
	{"DOCUMENTS", "文書"},
	{"ITEMS", "項目"},
	{"ERRORS", "エラー"},
	{"WARNINGS", "警告"},
	{"INFO", "情報"},
}
