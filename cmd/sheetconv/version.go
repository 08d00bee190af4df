package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"sheetconv/model"
)

func (s *session) newVersionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: s.say("Print the version of the program and of the model"),
		Long: s.say(`Print the version of the program, and the name of the model that its
documents follow.`),
		Example: s.say(`  sheetconv version`),
		Args:    s.noArguments,
		RunE: func(*cobra.Command, []string) error {
			return s.printText("sheetconv " + version() + "\nmodel " + model.Schema + "\n")
		},
	}
}

// version is the module's version as the Go command stamped it: that of a release
// or a commit, or (devel).
func version() string {
	build, known := debug.ReadBuildInfo()
	if !known || build.Main.Version == "" {
		return "(devel)"
	}
	return build.Main.Version
}
