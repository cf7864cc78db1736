using System.CommandLine;
using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`--scope` of tokens and keys: one or more values, each of which may name several scopes.</summary>
internal static class ScopeOption
{
    public static Option<string[]> Create(string bearer)
    {
        var option = new Option<string[]>("--scope")
        {
            Description =
                $"Scopes: {string.Join(", ", Scopes.All)}. "
                + $"Default: none; such a {bearer} reads catalogs and pay, and asks with profiles sent along.",
            HelpName = "SCOPE",
            Arity = ArgumentArity.OneOrMore,
        };
        option.Validators.Add(result =>
        {
            var unknown = Split(result.GetValueOrDefault<string[]>()).FirstOrDefault(s => !Scopes.All.Contains(s));
            if (unknown is not null)
            {
                result.AddError($"--scope: there is no scope '{unknown}'; use {string.Join(", ", Scopes.All)}");
            }
        });
        return option;
    }

    /// <summary>Scopes of all values, each once.</summary>
    public static IEnumerable<string> Split(string[]? values) =>
        (values ?? []).SelectMany(v => v.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)).Distinct();
}
