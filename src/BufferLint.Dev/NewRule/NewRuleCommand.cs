// new-rule: everything a rule consists of, ready to be filled in.
using System;
using System.CommandLine;
using System.IO;

namespace BufferLint.Dev.NewRule;

internal static class NewRuleCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The stem of the rule's names, such as ViewAfterAdvance." };
        var id = new Option<string>("--id") { Description = "BUF and four digits.", Required = true, HelpName = "BUFnnnn" };
        var title = new Option<string>("--title") { Description = "One line without a period.", Required = true };
        var severity = new Option<string>("--severity") { Description = "The default, for ever.", DefaultValueFactory = _ => "warning" };
        severity.AcceptOnlyFromAmong("warning", "info");
        var root = Repository.RootOption();
        var command = new Command("new-rule", "Writes check, id, page, cases, sample and release row of a new rule.") { name, id, title, severity, root };
        command.SetAction(parsed => Program.Guarded(() => Run(
            Repository.Find(parsed.GetValue(root)),
            RuleDraft.Of(parsed.GetRequiredValue(name), parsed.GetRequiredValue(id), parsed.GetRequiredValue(title), parsed.GetRequiredValue(severity)),
            Console.Out)));
        return command;
    }

    /// <summary>Makes a rule and says what to do next.</summary>
    public static int Run(Repository repository, RuleDraft rule, TextWriter output)
    {
        foreach (var path in RuleFiles.Write(repository, rule))
        {
            output.WriteLine(repository.Shown(path));
        }

        output.WriteLine($"Next: cases first, then the check, then the page; `docs` fills the tables in.");
        return 0;
    }
}
