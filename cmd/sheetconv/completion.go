package main

import "github.com/spf13/cobra"

// addCompletionCommand takes cobra's own command and words its help. The root must
// have its other commands and its output by then.
func (s *session) addCompletionCommand(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, command := range root.Commands() {
		if command.Name() == "completion" {
			s.wordCompletion(command)
		}
	}
}

func (s *session) wordCompletion(command *cobra.Command) {
	command.Use = "completion SHELL"
	command.Short = s.say("Print a script that makes a shell complete commands and flags")
	command.Long = s.say(`Print a script that makes a shell complete the commands and flags of
sheetconv: bash, zsh, fish or powershell.`)
	command.Example = s.say(`  # for this session of bash
  source <(sheetconv completion bash)

  # for every session of zsh
  sheetconv completion zsh > "$fpath[1]/_sheetconv"`)
	command.Args = cobra.ArbitraryArgs // so that requireSubcommand words what is wrong with them
	command.RunE = s.requireSubcommand
	loading := map[string]string{
		"bash":       "source <(sheetconv completion bash)",
		"zsh":        "source <(sheetconv completion zsh)",
		"fish":       "sheetconv completion fish | source",
		"powershell": "sheetconv completion powershell | Out-String | Invoke-Expression",
	}
	for _, shell := range command.Commands() {
		shell.Short = s.say("Print the script for %[1]s", shell.Name())
		shell.Long = s.say(`Print the script for %[1]s. Run the line below in one session, or put it
into the start-up file of the shell for all sessions.`, shell.Name())
		shell.Example = "  " + loading[shell.Name()]
		shell.Args = s.noArguments
		if flag := shell.Flags().Lookup("no-descriptions"); flag != nil {
			flag.Usage = s.say("leave out the descriptions of what is completed")
		}
	}
}
