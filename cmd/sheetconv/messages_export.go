package main

var exportTranslations = []translation{
	// What is loaded.
	{"1 input had failed and is missing here; the manifest says why", "変換できなかった入力が1件あり、ここにはありません（理由は manifest にあります）"},
	{"%[1]s inputs had failed and are missing here; the manifest says why",
		"変換できなかった入力が %[1]s 件あり、ここにはありません（理由は manifest にあります）"},
	{"the output %[1]s is not below this folder; run batch again", "出力 %[1]s がこのフォルダーの外です。batch をもう一度実行してください"},
	{"not a line of a manifest that batch wrote; run batch again, or name the models themselves",
		"batch が書いた manifest の行ではありません。batch をもう一度実行するか、モデルを直接指定してください"},
	{"found %[1]s documents, the manifest says %[2]s; run batch again",
		"文書が %[1]s 件ありますが、manifest では %[2]s 件です。batch をもう一度実行してください"},
}
